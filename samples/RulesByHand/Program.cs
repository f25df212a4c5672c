using Thalweg;
using Thalweg.Data;
using Thalweg.Descents;
using Thalweg.Descents.Objectives;
using Thalweg.Optimizers;

// The rules of the chapter written out, on a logistic regression with twenty samples, beside the library's own.
var table = Table.ReadCsv("data/two-classes.csv");
var cost = new LogisticRegression(table.Drop("label").ToTensor(DType.Float64), table["label"].ToTensor(DType.Float64), lambda: 0.1);
int n = cost.SampleCount;
var start = Tensor.Of(1.0, -3);
var gradient = Gradient.Of((Tensor w) => cost.Cost(w));

#region gradient descent
Tensor GradientDescent(Tensor w, double rate, int epochs)
{
    for (int k = 0; k < epochs; k++)
        w -= gradient(w) * rate;                    // one step for a look at all n samples
    return w;
}
#endregion

#region stochastic gradient descent
Tensor Stochastic(Tensor w, double rate, int epochs, int m, bool replacement, RandomStream random)
{
    for (int epoch = 0; epoch < epochs; epoch++)
    {
        int[] order = random.Permutation(n);
        for (int i = 0; i < n; i += m)              // n / m steps for the same look
        {
            var batch = Tensor.From(replacement ? random.Choice(n, m) : order[i..(i + m)], m);
            w -= Gradient.Of((Tensor w) => cost.Cost(w, batch))(w) * rate;
        }
    }
    return w;
}
#endregion

#region momentum
Tensor Momentum(Tensor w, double rate, double beta, int steps)
{
    var v = Tensor.Zeros(w.Shape, w.DType);
    for (int k = 0; k < steps; k++)
    {
        v = v * beta - gradient(w) * rate;
        w += v;
    }
    return w;
}
#endregion

#region adam
Tensor Adam(Tensor w, double rate, double beta1, double beta2, double epsilon, int steps)
{
    var (m, v) = (Tensor.Zeros(w.Shape, w.DType), Tensor.Zeros(w.Shape, w.DType));
    for (int k = 1; k <= steps; k++)
    {
        var g = gradient(w);
        m = m * beta1 + g * (1 - beta1);
        v = v * beta2 + g.Square() * (1 - beta2);
        var corrected = m / (1 - Math.Pow(beta1, k));       // for this step: the recursion goes on with m
        w -= corrected * rate / ((v / (1 - Math.Pow(beta2, k))).Sqrt() + epsilon);
    }
    return w;
}
#endregion

void Compare(string name, Tensor own, Tensor library) =>
    Console.WriteLine(FormattableString.Invariant($"{name}: cost {cost.Cost(own).Item():0.000000}, {(own - library).Abs().Max().Item():0.0e+0} from the library's"));

Compare("gradient descent", GradientDescent(start, 0.2, 50), Descent.Run(cost, start, new Sgd(0.2), steps: 50).Last.Point);
Compare("momentum", Momentum(start, 0.05, 0.9, 50), Descent.Run(cost, start, new Sgd(0.05, momentum: 0.9), steps: 50).Last.Point);
Compare("adam", Adam(start, 0.3, 0.9, 0.999, 1e-7, 50), Descent.Run(cost, start, new Adam(0.3), steps: 50).Last.Point);
foreach (bool replacement in new[] { true, false })
    Console.WriteLine(FormattableString.Invariant($"minibatches of 4, {(replacement ? "with replacement" : "by permutation")}: cost {cost.Cost(Stochastic(start, 0.1, 50, 4, replacement, new RandomStream(1))).Item():0.0000}, least {cost.LeastCost:0.0000}"));
