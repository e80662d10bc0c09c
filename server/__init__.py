"""The web side of whygrad: it runs documents with `backprop_core` and streams what happens."""
