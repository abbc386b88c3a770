using CsCheck;
using Karkhana.Core.Errors;
using Karkhana.Data.Studies;
using Karkhana.Data.Ties;
using Karkhana.Tests.Data.Studies;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Data.Ties;

public sealed class NameMatcherTests
{
    private static readonly NamedNode[] Register =
    [
        new("F1", "Ali Foundry"),
        new("F2", "Al-Noor Agro Industries (Pvt.) Ltd."),
        new("F3", "Muhammad Rafiq & Sons"),
        new("F4", "Green Land Engineering Works"),
        new("F5", "New Asia Steel Unit 2"),
        new("F6", "Chaudhry Implements"),
        new("F7", "Gujranwala Tractor Company"),
        new("F8", "Waqas Engineering"),
        new("F9", "Waqar Engineering"),
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("ALI  FOUNDRY", "F1")]
    [InlineData("M/s Ali Foundry (Regd.)", "F1")]
    [InlineData("Alnoor Agro Ind. Private Limited", "F2")]
    [InlineData("Al Noor Agri Industry", "F2")]
    [InlineData("Mohd. Rafiq and Sons", "F3")]
    [InlineData("Rafiq Mohammad Sons", "F3")]
    [InlineData("Greenland Engg. Wks", "F4")]
    [InlineData("Ｇｒｅｅｎ Land Engineering", "F4")]
    [InlineData("Gréen Land Engineering Works", "F4")]
    [InlineData("New Asia Steel unit ۲", "F5")]
    [InlineData("Ch. Implements", "F6")]
    [InlineData("گوجرانوالہ ٹریکٹر کمپنی", "F7")]
    [InlineData("محمد رفیق اینڈ سنز", "F3")]
    [InlineData("मुहम्मद रफीक", "F3")]
    [InlineData("गुजरांवाला ट्रैक्टर कंपनी", "F7")]
    public void A_name_is_found_in_spite_of_spelling_spacing_order_and_script(string name, string id)
    {
        NameMatch match = NameMatcher.Of(Register).Match(name);

        match.Name.ShouldBe(name);
        match.Outcome.ShouldBe(NameOutcome.Matched, string.Join("; ", match.Candidates));
        match.Id.ShouldBe(id);
    }

    [Theory]
    [InlineData("Waqa Engineering", NameOutcome.Doubtful)] // two firms are as near
    [InlineData("New Asia Steel Unit 3", NameOutcome.Doubtful)] // another unit
    [InlineData("Zzyzx Textiles", NameOutcome.NotFound)]
    [InlineData("???", NameOutcome.NotFound)]
    public void A_name_that_is_not_sure_is_not_matched(string name, NameOutcome outcome)
    {
        NameMatch match = NameMatcher.Of(Register).Match(name);

        match.Outcome.ShouldBe(outcome, string.Join("; ", match.Candidates));
        match.Id.ShouldBeNull();
    }

    [Fact]
    public void Every_name_finds_itself_whatever_its_capital_letters_and_order_of_words() => Gen.Select(Gen.Int[0, Register.Length - 1], Gen.Bool).Sample(draw =>
    {
        NamedNode own = Register[draw.Item1];
        string written = draw.Item2 ? own.Name.ToUpperInvariant() : string.Join(' ', own.Name.Split(' ').Reverse());
        NameMatch match = NameMatcher.Of(Register).Match(written);
        match.Candidates[0].Id.ShouldBe(own.Id);
        match.Score.ShouldBe(1, 1e-12);
    });

    [Fact]
    public void Two_firms_of_one_name_are_doubtful_and_one_firm_with_two_names_is_not()
    {
        NameMatcher.Of([new("A", "Star Agro"), new("B", "Star Agro")]).Match("Star Agro").Outcome.ShouldBe(NameOutcome.Doubtful);
        NameMatcher.Of([new("A", "Star Agro"), new("A", "Star Agro Works")]).Match("Star Agro").Outcome.ShouldBe(NameOutcome.Matched);
        NameMatcher.Of([]).Match("Star Agro").Outcome.ShouldBe(NameOutcome.NotFound);
        Should.Throw<ArgumentException>(() => NameMatcher.Of([]).Match(" ")).Message.ShouldContain("empty");
        Should.Throw<ArgumentException>(() => new NameMatcherOptions { Accept = 1.1 }).Message.ShouldContain("1.1");
    }

    [Fact]
    public void A_hundred_thousand_isolates_do_not_hide_a_name()
    {
        string[] first = ["Bilal", "Hamid", "Imran", "Jamil", "Kashif", "Latif", "Nadeem", "Qasim", "Rashid", "Saleem"];
        NamedNode[] many =
        [
            .. Enumerable.Range(0, 100_000).Select(firm => new NamedNode(
                FormattableString.Invariant($"M{firm}"), FormattableString.Invariant($"{first[firm % 10]} {first[firm / 10 % 10]} Works {firm}"))),
            .. Register,
        ];
        NameMatcher matcher = NameMatcher.Of(many);

        matcher.Match("Greenland Engg Works").Id.ShouldBe("F4");
        matcher.Match("bilal bilal works 4700").Id.ShouldBe("M4700");
        matcher.Match("Bilal Bilal Works 999999").Id.ShouldBeNull();
    }

    [Fact]
    public void A_study_gives_partners_by_name_and_reads_decisions_back()
    {
        using StudyFolder folder = Named();

        Study study = StudyReader.Read(folder.Root, cancellationToken: Token);
        study.TieReports!.Reports.Select(report => (report.From, report.To)).ShouldBe([(0, 1)]);
        study.NameMatches.Select(match => match.Outcome).ShouldBe([NameOutcome.Matched, NameOutcome.Doubtful, NameOutcome.NotFound]);
        study.Problems.Select(problem => problem.Code).ShouldBe(["doubtful-name", "unmatched-name", "matched-names"], ignoreOrder: true);
        study.Problems.ShouldAllBe(problem => !problem.Found.Contains("Waqa", StringComparison.Ordinal) && !problem.Found.Contains("Zzyzx", StringComparison.Ordinal));

        using (StreamWriter writer = new(folder.PathOf(NameReview.FileName)))
        {
            Karkhana.Data.Results.CsvTable.Write(NameReview.ToTable(study.NameMatches), writer);
        }

        folder.Replace(NameReview.FileName, "Waqa Engineering,,", "Waqa Engineering,F4,")
            .Replace(NameReview.FileName, "Zzyzx Textiles,,", "Zzyzx Textiles,None,");
        Study decided = StudyReader.Read(folder.Root, cancellationToken: Token);
        decided.TieReports!.Reports.Select(report => (report.From, report.To)).ShouldBe([(0, 1), (0, 3)]);
        decided.Problems.Select(problem => problem.Code).ShouldBe(["matched-names"]);
        NameReview.ToTable(decided.NameMatches).Texts("decision").ShouldBe(["F4", "none", ""]);
        decided.Files.Select(file => file.Name).ShouldContain(NameReview.FileName);
    }

    [Fact]
    public void What_is_wrong_with_names_is_reported()
    {
        using StudyFolder folder = Named();
        folder.Replace("names.csv", "F4,Waqar Engineering", "F9,Waqar Engineering");
        Codes(folder).ShouldContain(("unknown-firm", "names.csv"));
        folder.Write(NameReview.FileName, "name,decision\nWaqa Engineering,F77\n");
        Codes(folder).ShouldContain(("unknown-firm", NameReview.FileName));
        folder.Write(NameReview.FileName, "name,outcome\nWaqa Engineering,matched\n");
        Codes(folder).ShouldContain(("missing-column", NameReview.FileName));
        folder.Replace("study.toml", "to_name = \"to\"", "match = \"nickname\"");
        Codes(folder).ShouldContain(("unknown-code", "study.toml"));
        using StudyFolder without = new();
        without.Replace("study.toml", "to = \"to\"", "to_name = \"to\"");
        Codes(without).ShouldContain(("missing-key", "study.toml"));
    }

    private static (string, string)[] Codes(StudyFolder folder) =>
        [.. StudyReader.Check(folder.Root, cancellationToken: Token).Where(problem => problem.Severity == Severity.Error).Select(problem => (problem.Code, problem.File))];

    private static StudyFolder Named() => new StudyFolder()
        .Replace("study.toml", "to = \"to\"", "to_name = \"to\"")
        .Append("study.toml", "[names]\nfile = \"names.csv\"\nid = \"id\"\nname = \"name\"\n")
        .Write("names.csv", "id,name\nF1,Ali Foundry\nF2,Green Land Works\nF3,Waqas Engineering\nF4,Waqar Engineering\n")
        .Write("ties.csv", "from,to,kind,value\nF1,Greenland Works,advice,1\nF1,Waqa Engineering,advice,2\nF1,Zzyzx Textiles,advice,1\n");
}
