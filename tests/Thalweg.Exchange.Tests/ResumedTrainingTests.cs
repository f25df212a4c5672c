using Thalweg.Models;
using Thalweg.Optimizers;

namespace Thalweg.Exchange.Tests;

/// <summary>The contract of every optimiser's state: some epochs, saved, loaded, and as many more are the same training, bit for bit, as all epochs in one piece.</summary>
public sealed class ResumedTrainingTests : IDisposable
{
    const int Epochs = 3;

    readonly TestFile files = new();

    /// <summary>All that have a name and need nothing more, and those with settings that have a state of their own.</summary>
    public static TheoryData<string> All =>
    [
        .. Optimizer.Names.Where(name => name is not ("multi_optimizer" or "lookahead" or "loss_scale_optimizer" or "sam")),
        "sgd(momentum=0.9, nesterov=true)",
        "lookahead(inner=sgd(learning_rate=0.1))",
        "sam(inner=sgd(learning_rate=0.1))",
        "loss_scale_optimizer(inner_optimizer=adam)",
        "loss_scale_optimizer(inner_optimizer=adafactor)",
        "rmsprop(centered=true, momentum=0.5)",
        "adam(amsgrad=true)",
        "adam(gradient_accumulation_steps=3)",
        "adam(use_ema=true, ema_momentum=0.9)",
        "sgd(use_ema=true, ema_momentum=0.9, ema_overwrite_frequency=4)",
        "lookahead(inner=adam(use_ema=true))",
        "adamw(learning_rate=exponential_decay(0.1, 4, 0.5), weight_decay=0.01)",
        "asgd(t0=3)",
    ];

    public void Dispose() => files.Dispose();

    [Theory]
    [MemberData(nameof(All))]
    public void In_two_pieces_it_is_the_same_as_in_one(string optimizer) => Check(() => optimizer);

    [Fact]
    public void So_is_that_of_several_optimisers() =>
        Check(() => new MultiOptimizer(new Adam(0.01) { UseEma = true }, (weight => weight.Name == "bias", new Sgd(0.05, momentum: 0.9)), (weight => weight.Path.Contains("dense_1", StringComparison.Ordinal), new Adafactor(0.01))));

    [Fact]
    public void So_is_that_of_a_model_with_branches()
    {
        var whole = TwoBranch.Model(dropout: 0.2);
        TwoBranch.Train(whole, 2 * Epochs);
        var first = TwoBranch.Model(dropout: 0.2);      // from the same seed on
        TwoBranch.Train(first, Epochs);
        KerasFile.Save(first, files["m.keras"]);
        var resumed = KerasFile.Load(files["m.keras"]);
        TwoBranch.Train(resumed, Epochs);
        Close.Same(whole.GetWeights(), resumed.GetWeights());
        Assert.Equal(whole.History["o1_loss"].Skip(Epochs), resumed.History["o1_loss"]);
    }

    void Check(Func<Optimizer> make)
    {
        var whole = Network(make());
        Fit(whole, 2 * Epochs);
        var first = Network(make());        // from the same seed on
        Fit(first, Epochs);
        KerasFile.Save(first, files["m.keras"]);
        var resumed = KerasFile.Load(files["m.keras"]);
        Close.Same(first.GetWeights(), resumed.GetWeights());
        Fit(resumed, Epochs);
        Close.Same(whole.GetWeights(), resumed.GetWeights());
        Assert.Equal(whole.History["loss"].Skip(Epochs), resumed.History["loss"]);
    }

    static Sequential Network(Optimizer optimizer)
    {
        var model = KerasFileTests.Network(dropout: !optimizer.NeedsValues);
        model.Compile(optimizer, "categorical_crossentropy");
        return model;
    }

    static void Fit(Model model, int epochs)
    {
        var (x, y) = KerasFileTests.Data();
        model.Fit(x, y, epochs: epochs, batchSize: model.Optimizer!.NeedsValues ? 30 : 8, shuffle: false, verbose: Callbacks.Verbosity.Silent);
    }
}
