"""How many evaluations SciPy's minimisers need on the problems of Moré, Garbow and Hillstrom (ACM TOMS 7, 1981).

Gradients and Hessians are exact, by arithmetic on numbers that carry their first and second derivatives.
Run: python3 benchmarks/minimize-scipy.py > benchmarks/results/minimize-scipy.csv   (Debian: python3-scipy)
"""
import math
import sys
import warnings

import numpy as np
import scipy
from scipy.optimize import minimize

TOLERANCE = 1e-6


class Jet:
    """A number with its gradient and its Hessian."""

    def __init__(self, value, gradient, hessian):
        self.value, self.gradient, self.hessian = value, gradient, hessian

    def through(self, f, f1, f2):
        return Jet(f, f1 * self.gradient, f1 * self.hessian + f2 * np.outer(self.gradient, self.gradient))

    def __add__(self, other):
        if isinstance(other, Jet):
            return Jet(self.value + other.value, self.gradient + other.gradient, self.hessian + other.hessian)
        return Jet(self.value + other, self.gradient, self.hessian)

    def __mul__(self, other):
        if isinstance(other, Jet):
            cross = np.outer(self.gradient, other.gradient)
            return Jet(self.value * other.value, self.value * other.gradient + other.value * self.gradient,
                       self.value * other.hessian + other.value * self.hessian + cross + cross.T)
        return Jet(self.value * other, self.gradient * other, self.hessian * other)

    def __truediv__(self, other):
        if isinstance(other, Jet):
            return self * (1.0 / other)
        return self * (1 / other)

    def __rtruediv__(self, other):
        v = self.value
        return self.through(1 / v, -1 / v**2, 2 / v**3) * other

    def __neg__(self):
        return self * -1.0

    def __sub__(self, other):
        return self + -other

    def __rsub__(self, other):
        return -self + other

    __radd__, __rmul__ = __add__, __mul__

    def __pow__(self, n):
        v = self.value
        return self.through(v**n, n * v**(n - 1), n * (n - 1) * v**(n - 2) if n != 1 else 0.0)


def exp(x):
    with np.errstate(over="ignore"):
        e = float(np.exp(x.value if isinstance(x, Jet) else x))
    return x.through(e, e, e) if isinstance(x, Jet) else e


def sin(x):
    return x.through(math.sin(x.value), math.cos(x.value), -math.sin(x.value))


def cos(x):
    return x.through(math.cos(x.value), -math.sin(x.value), -math.cos(x.value))


BARD = [0.14, 0.18, 0.22, 0.25, 0.29, 0.32, 0.35, 0.39, 0.37, 0.58, 0.73, 0.96, 1.34, 2.10, 4.39]
GAUSS = [0.0009, 0.0044, 0.0175, 0.0540, 0.1295, 0.2420, 0.3521, 0.3989, 0.3521, 0.2420, 0.1295, 0.0540, 0.0175, 0.0044, 0.0009]
KOWALIK_Y = [0.1957, 0.1947, 0.1735, 0.1600, 0.0844, 0.0627, 0.0456, 0.0342, 0.0323, 0.0235, 0.0246]
KOWALIK_U = [4, 2, 1, 0.5, 0.25, 0.167, 0.125, 0.1, 0.0833, 0.0714, 0.0625]


def variably_dimensioned(x):
    total = sum((i + 1) * (x[i] - 1) for i in range(10))
    return [x[i] - 1 for i in range(10)] + [total, total * total]


def trigonometric(x):
    total = sum(cos(v) for v in x)
    return [10 - total + (i + 1) * (1 - cos(x[i])) - sin(x[i]) for i in range(10)]


# Residuals, whose squares are summed, and standard starting points.
PROBLEMS = {
    "1 Rosenbrock": (lambda x: [10 * (x[1] - x[0] ** 2), 1 - x[0]], [-1.2, 1]),
    "2 Freudenstein and Roth": (lambda x: [x[0] - 13 + ((5 - x[1]) * x[1] - 2) * x[1], x[0] - 29 + ((x[1] + 1) * x[1] - 14) * x[1]], [0.5, -2]),
    "3 Powell badly scaled": (lambda x: [1e4 * x[0] * x[1] - 1, exp(-x[0]) + exp(-x[1]) - 1.0001], [0, 1]),
    "4 Brown badly scaled": (lambda x: [x[0] - 1e6, x[1] - 2e-6, x[0] * x[1] - 2], [1, 1]),
    "5 Beale": (lambda x: [1.5 - x[0] * (1 - x[1]), 2.25 - x[0] * (1 - x[1] ** 2), 2.625 - x[0] * (1 - x[1] ** 3)], [1, 1]),
    "6 Jennrich and Sampson": (lambda x: [2 + 2 * i - (exp(i * x[0]) + exp(i * x[1])) for i in range(1, 11)], [0.3, 0.4]),
    "8 Bard": (lambda x: [BARD[i - 1] - (x[0] + i / ((16 - i) * x[1] + min(i, 16 - i) * x[2])) for i in range(1, 16)], [1, 1, 1]),
    "9 Gaussian": (lambda x: [x[0] * exp(-0.5 * x[1] * ((8 - i) / 2 - x[2]) ** 2) - GAUSS[i - 1] for i in range(1, 16)], [0.4, 1, 0]),
    "12 Box": (lambda x: [exp(-0.1 * i * x[0]) - exp(-0.1 * i * x[1]) - x[2] * (exp(-0.1 * i) - exp(-float(i))) for i in range(1, 11)], [0, 10, 20]),
    "13 Powell singular": (lambda x: [x[0] + 10 * x[1], math.sqrt(5) * (x[2] - x[3]), (x[1] - 2 * x[2]) ** 2, math.sqrt(10) * (x[0] - x[3]) ** 2], [3, -1, 0, 1]),
    "14 Wood": (lambda x: [10 * (x[1] - x[0] ** 2), 1 - x[0], math.sqrt(90) * (x[3] - x[2] ** 2), 1 - x[2], math.sqrt(10) * (x[1] + x[3] - 2), (x[1] - x[3]) / math.sqrt(10)], [-3, -1, -3, -1]),
    "15 Kowalik and Osborne": (lambda x: [y - x[0] * (u * u + u * x[1]) / (u * u + u * x[2] + x[3]) for y, u in zip(KOWALIK_Y, KOWALIK_U)], [0.25, 0.39, 0.415, 0.39]),
    "16 Brown and Dennis": (lambda x: [(x[0] + i / 5 * x[1] - math.exp(i / 5)) ** 2 + (x[2] + math.sin(i / 5) * x[3] - math.cos(i / 5)) ** 2 for i in range(1, 21)], [25, 5, -5, -1]),
    "18 Biggs": (lambda x: [x[2] * exp(-0.1 * i * x[0]) - x[3] * exp(-0.1 * i * x[1]) + x[5] * exp(-0.1 * i * x[4]) - (math.exp(-0.1 * i) - 5 * math.exp(-i) + 3 * math.exp(-0.4 * i)) for i in range(1, 14)], [1, 2, 1, 1, 1, 1]),
    "21 extended Rosenbrock": (lambda x: [r for i in range(0, 10, 2) for r in (10 * (x[i + 1] - x[i] ** 2), 1 - x[i])], [-1.2, 1] * 5),
    "25 variably dimensioned": (variably_dimensioned, [1 - (i + 1) / 10 for i in range(10)]),
    "26 trigonometric": (trigonometric, [0.1] * 10),
    "30 Broyden tridiagonal": (lambda x: [(3 - 2 * x[i]) * x[i] - (x[i - 1] if i > 0 else 0) - 2 * (x[i + 1] if i < 9 else 0) + 1 for i in range(10)], [-1] * 10),
}

METHODS = {
    "conjugate gradient": ("CG", {"gtol": TOLERANCE, "maxiter": 10000}),
    "BFGS": ("BFGS", {"gtol": TOLERANCE, "maxiter": 2000}),
    "L-BFGS": ("L-BFGS-B", {"gtol": TOLERANCE, "ftol": 0, "maxiter": 15000, "maxfun": 100000}),
    "Newton-CG": ("Newton-CG", {"xtol": 1e-8, "maxiter": 2000}),
    "trust region": ("trust-ncg", {"gtol": TOLERANCE, "maxiter": 2000}),
    "Nelder-Mead": ("Nelder-Mead", {"xatol": TOLERANCE, "fatol": TOLERANCE, "maxiter": 20000, "maxfev": 100000}),
}


class Problem:
    def __init__(self, residuals):
        self.residuals, self.costs, self.gradients, self.products, self.at, self.jet = residuals, 0, 0, 0, None, None

    def see(self, x):
        if self.at is None or not np.array_equal(self.at, x):
            n = len(x)
            jets = [Jet(float(v), np.eye(n)[i], np.zeros((n, n))) for i, v in enumerate(x)]
            self.at, self.jet = np.array(x), sum((r * r for r in self.residuals(jets)[1:]), self.residuals(jets)[0] ** 2)
        return self.jet

    def cost(self, x):
        self.costs += 1
        try:
            return self.see(x).value
        except OverflowError:
            return math.inf

    def gradient(self, x):
        self.gradients += 1
        return self.see(x).gradient

    def product(self, x, v):
        self.products += 1
        return self.see(x).hessian @ v


warnings.simplefilter("ignore")
np.seterr(all="ignore")
print(f"# SciPy {scipy.__version__}, gtol {TOLERANCE:g}")
print("problem,method,cost,evaluations,products")
for name, (residuals, start) in PROBLEMS.items():
    for method, (scipy_name, options) in METHODS.items():
        problem = Problem(residuals)
        derivatives = {} if method == "Nelder-Mead" else {"jac": problem.gradient}
        if method in ("Newton-CG", "trust region"):
            derivatives["hessp"] = problem.product
        result = minimize(problem.cost, np.array(start, dtype=float), method=scipy_name, options=options, **derivatives)
        print(f"{name},{method},{result.fun:.12g},{max(problem.costs, problem.gradients)},{problem.products}")
        sys.stdout.flush()
