"""The core of whygrad: ops, layers, programs, graphs and runs; NumPy and nothing else.

For example:

    from backprop_core import Document, Network

    document = Document.from_json({"format": 1, "program": "z = x * y", "values": {"x": 2, "y": 3}})
    for step in Network.build(document).run(document).steps():
        print(step)
"""

from backprop_core.document import Document
from backprop_core.errors import WhygradError
from backprop_core.layers import (
    Affine,
    BatchNormalization,
    Convolution,
    CrossEntropyError,
    Dropout,
    Gelu,
    LayerNormalization,
    LeakyRelu,
    MaxPooling,
    Relu,
    Sigmoid,
    Softmax,
    SoftmaxWithLoss,
    Softplus,
    SumSquaredError,
    Tanh,
)
from backprop_core.limits import Limits
from backprop_core.network import Network
from backprop_core.op import OPS, Op
from backprop_core.run import BackwardStep, ForwardStep, Run

__all__ = [
    "OPS",
    "Affine",
    "BackwardStep",
    "BatchNormalization",
    "Convolution",
    "CrossEntropyError",
    "Document",
    "Dropout",
    "ForwardStep",
    "Gelu",
    "LayerNormalization",
    "LeakyRelu",
    "Limits",
    "MaxPooling",
    "Network",
    "Op",
    "Relu",
    "Run",
    "Sigmoid",
    "Softmax",
    "SoftmaxWithLoss",
    "Softplus",
    "SumSquaredError",
    "Tanh",
    "WhygradError",
]
