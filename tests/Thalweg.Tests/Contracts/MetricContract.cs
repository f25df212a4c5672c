using Thalweg.Metrics;
using Thalweg.Plans;
using Thalweg.Tests.Reference;

namespace Thalweg.Tests.Contracts;

/// <summary>What every metric keeps: Keras's recorded results after each of three batches, weighted and not, and a reset.</summary>
public abstract class MetricContract
{
    /// <summary>Its class in Keras.</summary>
    protected abstract string ClassName { get; }

    /// <summary>One with recorded settings.</summary>
    protected virtual Metric From(ReferenceNode args) => Metric.FromName(SettingsText.Of(ClassName, args));

    [Fact]
    public void Results_after_each_batch_are_those_of_Keras()
    {
        var file = ReferenceFile.Load("metric_" + ClassName);
        foreach (var node in file["cases"].Items)
        {
            var metric = From(node["args"]);
            Assert.Equal(0, metric.Logged());
            // Twice, so that a reset must have forgotten the first round.
            for (var round = 0; round < 2; round++)
            {
                var batches = file["data"][node["data"].Text].Items.ToArray();
                for (var i = 0; i < batches.Length; i++)
                {
                    var weight = node["weighted"].Flag ? file["sample_weight"][i].Array.ToTensor() : null;
                    Take(metric, batches[i], weight);
                    var expected = node["results"][i].IsNumber || node["results"][i].IsText ? [node["results"][i].Number] : node["results"][i].Array.Data;
                    Near.Equal(expected, metric.Result(), 2e-6, $"{ClassName} {node["args"].Names.FirstOrDefault()} on {node["data"].Text}, weighted {node["weighted"].Flag}, batch {i}");
                }
                foreach (var (state, recorded) in metric.Variables.Zip(node["variables"].Items))
                {
                    Assert.Equal(recorded["name"].Text, state.Name);
                    Near.Equal(recorded["value"].Array.Data, state.Value, 2e-6, state.Name);
                }
                metric.Reset();
            }
        }
    }

    [Fact]
    public void A_plan_gives_the_same_results()
    {
        var file = ReferenceFile.Load("metric_" + ClassName);
        var node = file["cases"][0];
        var batches = file["data"][node["data"].Text].Items.ToArray();
        if (!batches[0].Has("y_true"))
        {
            return;
        }
        var metric = From(node["args"]);
        var plan = Plan.Trace(batch => { metric.Update(batch[0], batch[1]); return []; });
        for (var i = 0; i < batches.Length; i++)
        {
            plan.Run(batches[i]["y_true"].Array.ToTensor(), batches[i]["y_pred"].Array.ToTensor());
        }
        var eager = From(node["args"]);
        Array.ForEach(batches, batch => Take(eager, batch, null));
        Near.Equal(eager.Result(), metric.Result());
    }

    [Fact]
    public void The_name_finds_it()
    {
        var metric = From(ReferenceFile.Load("metric_" + ClassName)["cases"][0]["args"]);
        Assert.IsType(metric.GetType(), Metric.FromName(SettingsText.Of(metric.Name, ReferenceFile.Load("metric_" + ClassName)["cases"][0]["args"])));
        Assert.Equal(ReferenceFile.Load("metric_" + ClassName)["cases"][0]["config"]["name"].Text, metric.Name);
    }

    protected virtual void Take(Metric metric, ReferenceNode batch, Tensor? weight) =>
        metric.Update(batch["y_true"].Array.ToTensor(), batch["y_pred"].Array.ToTensor(), weight);
}
