namespace Thalweg.Cli.Tests;

public class GuessTests
{
    [Fact]
    public void A_near_name_is_proposed() =>
        Assert.Equal("there is no option '--epoch'; did you mean '--epochs'? Known: --epochs, --seed.", Guess.Unknown("option", "--epoch", ["--epochs", "--seed"]));

    [Fact]
    public void Where_none_is_near_all_are_listed() =>
        Assert.Equal("there is no setting 'colour'; known: epochs, seed.", Guess.Unknown("setting", "colour", ["epochs", "seed"]));
}
