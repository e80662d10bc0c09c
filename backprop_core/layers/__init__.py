"""The layers: each a class to use alone, as a textbook does, with its derivative in closed form.

    layer = Affine(W, b)
    y = layer.forward(x)
    dx = layer.backward(dout)      # and layer.dW, layer.db

A sample is a row; one sample may come without the axis of the batch. Nothing handed in is changed.
What a layer keeps for the way back are its attributes.
"""

from backprop_core.layers.activations import Gelu, LeakyRelu, Relu, Sigmoid, Softplus, Tanh
from backprop_core.layers.affine import Affine
from backprop_core.layers.convolution import Convolution, MaxPooling
from backprop_core.layers.dropout import Dropout
from backprop_core.layers.losses import (
    CrossEntropyError,
    Softmax,
    SoftmaxWithLoss,
    SumSquaredError,
)
from backprop_core.layers.normalization import BatchNormalization, LayerNormalization

__all__ = [
    "Affine",
    "BatchNormalization",
    "Convolution",
    "CrossEntropyError",
    "Dropout",
    "Gelu",
    "LayerNormalization",
    "LeakyRelu",
    "MaxPooling",
    "Relu",
    "Sigmoid",
    "Softmax",
    "SoftmaxWithLoss",
    "Softplus",
    "SumSquaredError",
    "Tanh",
]
