using Thalweg.Catalogs;
using Thalweg.Optimizers;
using Thalweg.Schedules;

namespace Thalweg.Tests.Catalogs;

public class SettingsTests
{
    [Fact]
    public void Values_are_read_in_the_type_that_is_asked_for()
    {
        var settings = Settings.Parse("zoo(0.5, lions = 3, open=true, name='a, b', days=[1, 2], mode=low, none_given=none)", "zoo");
        Assert.Equal("zoo", settings.Name);
        Assert.Equal(0.5, settings.Number("price", 0));
        Assert.Equal(3, settings.Integer("Lions", 1));
        Assert.True(settings.Flag("open", -1));
        Assert.Equal("a, b", settings.Text("name", -1));
        Assert.Equal([1, 2], settings.Integers("days", -1));
        Assert.Equal([1.0, 2], settings.Numbers("days", -1));
        Assert.Null(settings.NumberOrNull("none_given", -1, 7));
        Assert.Equal(7, settings.Number("other", -1, 7));
        Assert.Equal(DayOfWeek.Monday, settings.Choice("day", -1, DayOfWeek.Monday));
    }

    [Fact]
    public void An_optimiser_is_made_with_its_options_and_a_schedule()
    {
        var sgd = Assert.IsType<Sgd>(Optimizer.FromName("sgd(learning_rate=0.25, momentum=0.9, clipnorm=1)"));
        Assert.Equal((0.9, 1), (sgd.Momentum, sgd.ClipNorm));
        Assert.Equal(0.25, sgd.LearningRate.At(0));
        Assert.Equal(0.05, Optimizer.FromName("adam(exponential_decay(0.1, decay_steps=10, decay_rate=0.5))").LearningRate.At(10));
        Assert.Equal(0.004, Optimizer.FromName("adamw(beta_1=0.8)").WeightDecay);
        Assert.Equal(0.01, Optimizer.FromName("adamw(weight_decay=0.01)").WeightDecay);
    }

    [Theory]
    [InlineData("sgd(momentom=0.9)", "Did you mean 'momentum'?")]
    [InlineData("sgd(momentum=0.9, momentum=0.8)", "twice")]
    [InlineData("sgd(momentum=much)", "a number, with a point")]
    [InlineData("sgd(0.1, 0.9, true, 4)", "at most 3")]
    [InlineData("sgd(momentum=)", "no value")]
    [InlineData("sgd(0.1", "no closing bracket")]
    [InlineData("sgd(learning_rate=exponential_decay(0.1))", "needs its setting 'decay_steps'")]
    [InlineData("adam(ema_overwrite_frequency=0.5)", "a whole number")]
    public void What_is_wrong_is_said(string text, string expected) =>
        Assert.Contains(expected, Assert.Throws<ArgumentException>(() => Optimizer.FromName(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_number_is_a_schedule_that_stays() => Assert.Equal(new ConstantSchedule(0.5), Schedule.FromName("0.5"));
}
