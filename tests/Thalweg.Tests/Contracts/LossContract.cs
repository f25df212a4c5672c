using Thalweg.Losses;
using Thalweg.Tests.Reference;

namespace Thalweg.Tests.Contracts;

/// <summary>What every loss keeps: Keras's recorded values and gradients for all reductions and weights, gradients that agree with differences.</summary>
public abstract class LossContract
{
    /// <summary>Its class in Keras.</summary>
    protected abstract string ClassName { get; }

    /// <summary>One with recorded settings.</summary>
    protected virtual Loss From(ReferenceNode args) => Loss.FromName(SettingsText.Of(ClassName, args));

    /// <summary>Expected and predicted values to take differences at.</summary>
    protected abstract (Tensor Expected, Tensor Predicted) Sample { get; }

    ReferenceNode File => ReferenceFile.Load("loss_" + ClassName);

    [Fact]
    public void Values_and_gradients_are_those_of_Keras()
    {
        foreach (var node in File["cases"].Items)
        {
            var data = File["data"][node["data"].Text];
            var (expected, predicted) = (data["y_true"].Array.ToTensor(), data["y_pred"].Array.ToTensor());
            foreach (var result in node["results"].Items)
            {
                var loss = From(node["args"]) with
                {
                    Reduction = result["reduction"].IsNull ? Reduction.None : result["reduction"].Text switch
                    {
                        "sum" => Reduction.Sum,
                        "mean" => Reduction.Mean,
                        "mean_with_sample_weight" => Reduction.MeanWithSampleWeight,
                        "none" => Reduction.None,
                        _ => Reduction.SumOverBatchSize,
                    },
                };
                var weights = node["weights"][result["weights"].Integer];
                var (value, gradient) = Gradient.ValueAndGradient(p => loss.Compute(expected, p, weights.IsNull ? null : weights.Array.ToTensor()))(predicted);
                var what = $"{loss} on {node["data"].Text}, weights {result["weights"].Integer}";
                Near.Equal(result["value"].Array.Data, value, 2e-6, what);
                if (result.Has("grad_y_pred"))
                {
                    Near.Equal(result["grad_y_pred"].Array.Data, gradient, 2e-6, what + " gradient");
                }
            }
        }
    }

    [Fact]
    public void Gradients_of_first_and_second_order_agree_with_differences()
    {
        var (expected, predicted) = Sample;
        var loss = From(File["cases"][0]["args"]) with { Reduction = Reduction.None };
        var first = Gradient.Check(p => loss.Compute(expected, p), predicted);
        Assert.True(first.RelativeError < 1e-6, first.ToString());
        var second = Gradient.Check(Gradient.Of(p => loss.Compute(expected, p).Square()), predicted);
        Assert.True(second.RelativeError < 1e-6, "second derivative: " + second);
        Tensor Run(Tensor p) => loss.Compute(expected, p);
        Assert.Equal(Widths.Bytes(Run(predicted)).ToArray(), Widths.Bytes(Planned.Run(Run, predicted)).ToArray());
    }

    [Fact]
    public void Shapes_that_do_not_fit_are_named()
    {
        var loss = From(File["cases"][0]["args"]);
        var error = Assert.Throws<ArgumentException>(() => loss.Compute(Tensor.Zeros([5, 7]), Tensor.Zeros([5, 3])));
        Assert.Contains("(5, 7)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_name_finds_it()
    {
        var loss = From(File["cases"][0]["args"]);
        Assert.Equal(loss, Loss.FromName(loss.Name));
        Assert.Equal(loss, Loss.FromName(ClassName));
    }
}
