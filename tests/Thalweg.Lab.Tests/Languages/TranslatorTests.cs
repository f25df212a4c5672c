using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Thalweg.Lab.Languages;

namespace Thalweg.Lab.Tests.Languages;

public partial class TranslatorTests
{
    static readonly HashSet<string> Known = [.. Translator.Sentences("fr").Select(pair => pair.Key)];

    [Fact]
    public void Every_sentence_that_can_be_said_is_there_in_French()
    {
        Assert.True(SpokenSentences.All.Count > 350, $"Only {SpokenSentences.All.Count} sentences were found in the sources.");
        var missing = SpokenSentences.All.Where(one => !Known.Contains(one.Template)).Select(one => $"{one.Place}: {one.Template}").ToArray();
        Assert.True(missing.Length == 0, "Without French:\n" + string.Join('\n', missing));
    }

    [Fact]
    public void No_French_is_left_whose_English_is_said_no_more()
    {
        var said = SpokenSentences.All.Select(one => one.Template).ToHashSet();
        var left = Known.Where(english => !said.Contains(english)).ToArray();
        Assert.True(left.Length == 0, "Said no more:\n" + string.Join('\n', left));
    }

    [Fact]
    public void French_is_filled_with_what_the_English_is()
    {
        foreach (var (english, french) in Translator.Sentences("fr"))
        {
            var holes = Hole().Matches(french).Select(hole => hole.Value).ToArray();
            Assert.True(holes.Distinct().Count() == holes.Length && holes.Order(StringComparer.Ordinal).SequenceEqual(Hole().Matches(english).Select(hole => hole.Value)), $"{english}\n{french}");
        }
    }

    [Fact]
    public void French_is_set_as_French_is()
    {
        foreach (var (_, french) in Translator.Sentences("fr"))
        {
            Assert.False(Spacing().IsMatch(french), $"A breaking space before a double sign: {french}");
            Assert.False(Apostrophe().IsMatch(french), $"A straight apostrophe: {french}");
        }
        Assert.Equal(Known.Count, Translator.Sentences("fr").Count);
    }

    [Theory]
    [InlineData("noise is -0.5; a standard deviation of 0 or more is expected.", "noise vaut -0,5\u00a0; un écart-type positif ou nul est attendu.")]
    [InlineData("epochs is 0; 1 to 10000 is expected.", "epochs vaut 0\u00a0; une valeur de 1 à 10000 est attendue.")]
    [InlineData("columns is 1, rows 7: 2 to 101 are possible, as many of each.", "columns vaut 1, rows 7\u00a0: de 2 à 101 sont possibles, autant de l’un que de l’autre.")]
    [InlineData("Run 3 is done; one that was stopped or interrupted can be resumed.", "L’exécution 3 est terminée\u00a0; seule une exécution arrêtée ou interrompue peut reprendre.")]
    [InlineData("Use leaky_relu and a learning rate of 0.002: a unit that is pushed below zero then still learns.", "Prenez leaky_relu et un taux d’apprentissage de 0,002\u00a0: une unité poussée sous zéro apprend alors encore.")]
    [InlineData("optimizer adamm: There is no optimizer 'adamm'. Did you mean 'adam'? Known: adam, sgd.", "optimiseur adamm\u00a0: Nom inconnu (optimiseur)\u00a0: «\u00a0adamm\u00a0». Vouliez-vous dire «\u00a0adam\u00a0»\u00a0? Connus\u00a0: adam, sgd.")]
    [InlineData("Something nobody wrote down.", "Something nobody wrote down.")]
    [InlineData("", "")]
    public void What_a_sentence_is_filled_with_is_kept_and_numbers_are_written_in_French(string english, string french)
    {
        Assert.Equal(french, Translator.French.Say(english));
        Assert.Equal(english, Translator.English.Say(english));
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("", false)]
    [InlineData("fr", true)]
    [InlineData("fr-CH, fr;q=0.9, en;q=0.8", true)]
    [InlineData("en-GB,en;q=0.9,fr;q=0.8", false)]
    [InlineData("en;q=0.5, fr;q=0.7", true)]
    [InlineData("de, fr;q=0.3", true)]
    [InlineData("fr;q=0, en", false)]
    [InlineData("de", false)]
    [InlineData(";;;=q,", false)]
    public void The_language_is_that_which_the_reader_likes_best(string? languages, bool french) =>
        Assert.Same(french ? Translator.French : Translator.English, Translator.For(languages));

    [Fact]
    public async Task Answers_are_in_the_language_of_the_request()
    {
        await using var lab = await TestLab.StartAsync();
        lab.Client.DefaultRequestHeaders.AcceptLanguage.Add(new StringWithQualityHeaderValue("fr"));
        Assert.Equal("Il n’y a pas d’exécution 99\u00a0; GET /api/runs les énumère.", (await lab.RefusedAsync(HttpMethod.Get, "/api/runs/99")).Error);
        Assert.Equal("There is no run 99; GET /api/runs lists them.", (await lab.RefusedAsync(HttpMethod.Get, "/api/runs/99?lang=en")).Error);
        var catalog = await lab.GetAsync("/api/catalog");
        Assert.Equal("Régression logistique sur vingt points", (string)catalog["objectives"]![0]!["title"]!);
        foreach (string kind in new[] { "optimizers", "activations", "initializers", "schedules", "losses", "metrics" })
            Assert.All(catalog[kind]!.AsArray(), line => Assert.DoesNotContain(" the ", (string)line!["summary"]!, StringComparison.Ordinal));
        Assert.Equal("Logistic regression on twenty points", (string)(await lab.GetAsync("/api/catalog?lang=en"))["objectives"]![0]!["title"]!);
    }

    [Fact]
    public async Task A_socket_speaks_the_language_that_it_was_opened_with()
    {
        await using var lab = await TestLab.StartAsync();
        await using var page = await TestPage.OpenAsync(lab, "?lang=fr");
        await page.SayAsync(new { op = "descent.start", run = 1, objective = "quadratic", racers = new[] { new { optimizer = "sgd", noise = -1.5 } } });
        Assert.Equal("noise vaut -1,5\u00a0; un écart-type positif ou nul est attendu.", (string)(await page.WordsAsync("error"))["message"]!);
        await page.SayAsync(new { op = "descent.start", run = 1, objective = "quadratic", steps = 60, rate = 20_000, racers = new[] { new { optimizer = "sgd(10)" } } });
        Assert.Matches("^sgd a divergé après \\d+ pas\u00a0: la perte vaut \\d,\\d+E\\+\\d+. Diminuez", ((string)(await page.WordsAsync("state", "diverged"))["message"]!).Replace("e+", "E+", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Hole();

    /// <summary>A space where the line could break before a sign that must not begin one.</summary>
    [GeneratedRegex(@" [:;?!»%]|« ")]
    private static partial Regex Spacing();

    [GeneratedRegex(@"\p{L}'\p{L}")]
    private static partial Regex Apostrophe();
}
