using Thalweg.Lab.Http;
using Thalweg.Lab.Trainings;

namespace Thalweg.Lab.Tests.Http;

public class RefusalTests
{
    [Theory]
    [InlineData("--batch-size 0: expected a whole number from 1.", "batchSize", "batch-size 0: expected a whole number from 1.")]
    [InlineData("--drop x: no such column", "drop", "drop x: no such column")]
    [InlineData("--loss: a crossentropy compares classes", "loss", "loss: a crossentropy compares classes")]
    [InlineData("iris: no row has a value", null, "iris: no row has a value")]
    public void An_option_of_the_command_is_a_field_of_a_page(string message, string? field, string error)
    {
        var refusal = Refusal.Of(new UserErrorException(message))!;
        Assert.Equal((400, field, error), (refusal.Status, refusal.Field, refusal.Message));
    }

    [Fact]
    public void An_argument_loses_the_name_that_means_nothing_to_a_page() =>
        Assert.Equal("It is wrong.", Refusal.Of(new ArgumentException("It is wrong.", "parameter"))!.Message);

    [Fact]
    public void A_number_out_of_range_is_told_in_one_line() =>
        Assert.Equal("It must be positive. Given: -0.5.", Refusal.Of(new ArgumentOutOfRangeException("rate", -0.5, "It must be positive."))!.Message);

    [Fact]
    public void A_fault_of_the_Lab_is_none() => Assert.Null(Refusal.Of(new InvalidOperationException("broken")));
}
