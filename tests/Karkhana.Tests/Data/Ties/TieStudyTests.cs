using Karkhana.Core.Errors;
using Karkhana.Core.Exchange;
using Karkhana.Data.Studies;
using Karkhana.Data.Ties;
using Karkhana.Tests.Data.Studies;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Data.Ties;

public sealed class TieStudyTests
{
    private const string Toml = "study.toml";
    private const string Ties = "ties.csv";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Reports_of_both_ends_waves_and_parties_are_kept_apart()
    {
        using StudyFolder folder = Surveyed();

        Study study = StudyReader.Read(folder.Root, cancellationToken: Token);

        TieReports reports = study.TieReports!;
        reports.Kinds.ShouldBe(["advice", "gossip", "worker-flow"]);
        reports.Waves.ShouldBe([2012, 2015]);
        reports.Reports[0].ShouldBe(new TieReport(0, 1, "advice", 3) { Reporter = TieReporter.From, Wave = 2012, Year = 2010, Trust = 4 });
        reports.Reports[1].Reporter.ShouldBe(TieReporter.To);
        reports.Reports[2].Reporter.ShouldBeNull();
        reports.IdOf(reports.Reports[3].To).ShouldBe("Lahore University");
        reports.IsParty(reports.Reports[3].To).ShouldBeTrue();
        study.Parties!.Localities.ShouldBe([Locality.National, null]);
        study.Problems.ShouldNotContain(problem => problem.Code == "duplicate-tie");
    }

    [Fact]
    public void Ties_of_the_last_wave_are_given_once_with_the_greater_value()
    {
        using StudyFolder folder = Surveyed();

        TieTable ties = StudyReader.Read(folder.Root, cancellationToken: Token).Ties!;

        ties.Kinds.ShouldBe(["advice", "worker-flow"]);
        (ties.From[0], ties.To[0], ties.Values[0]).ShouldBe((0, 1, 2));
    }

    [Fact]
    public void A_study_without_reporters_and_waves_is_read_as_before()
    {
        using StudyFolder folder = new();
        folder.Append(Ties, "F1,F2,advice,1\n");

        Study study = StudyReader.Read(folder.Root, cancellationToken: Token);

        study.Ties!.Count.ShouldBe(4);
        study.Problems.ShouldContain(problem => problem.Code == "duplicate-tie");
        study.TieReports!.Reports.ShouldAllBe(report => report.Reporter == null && report.Wave == 1);
        study.Parties.ShouldBeNull();
    }

    [Theory]
    [InlineData("F1,F2,advice,3,from", "F1,F2,advice,3,mother", "unknown-code", "who")]
    [InlineData(",2012,2010,4", ",later,2010,4", "bad-wave", "wave")]
    [InlineData(",2012,2010,4", ",-1,2010,4", "bad-wave", "wave")]
    [InlineData(",2012,2010,4", ",2012,1066,4", "bad-year", "year")]
    [InlineData(",2012,2010,4", ",2012,2010,6", "outside-scale", "trust")]
    [InlineData("F2,Lahore University,advice,1,from", "F2,Lahore University,advice,1,to", "bad-reporter", "who")]
    [InlineData("F2,Lahore University,advice,1,from", "F2,Lahore University,advice,1,both", "bad-reporter", "who")]
    [InlineData("F2,Lahore University,advice,1,from", "Buyer,Lahore University,advice,1,", "party-to-party", "to")]
    [InlineData("F2,Lahore University,advice,1,from", "F2,Nowhere,advice,1,from", "unknown-firm", "to")]
    public void A_wrong_cell_of_a_tie_is_reported(string sound, string broken, string code, string column)
    {
        using StudyFolder folder = Surveyed();
        folder.Replace(Ties, sound, broken);

        StudyReader.Check(folder.Root, cancellationToken: Token).ShouldContain(problem =>
            problem.Severity == Severity.Error && problem.Code == code && problem.Column == column && problem.File == Ties && problem.Row > 1);
    }

    [Theory]
    [InlineData("Lahore University,university,national", "F1,university,national", "party-is-firm")]
    [InlineData("Lahore University,university,national", "Lahore University,university,moon", "unknown-code")]
    [InlineData("Buyer,,", "Lahore University,,", "duplicate-id")]
    [InlineData("Buyer,,", ",buyer,", "missing-id")]
    public void A_wrong_party_is_reported(string sound, string broken, string code)
    {
        using StudyFolder folder = Surveyed();
        folder.Replace("parties.csv", sound, broken);

        StudyReader.Check(folder.Root, cancellationToken: Token).ShouldContain(
            problem => problem.Code == code && problem.File == "parties.csv");
    }

    [Fact]
    public void Memberships_join_firms_that_share_an_association()
    {
        using StudyFolder folder = Surveyed();
        folder.Append(Toml, "[memberships]\nfile = \"members.csv\"\nfirm = \"firm\"\nassociation = \"of\"\n")
            .Write("members.csv", "firm,of\nF1,Makers\nF2,Makers\nF3,Makers\nF2,Exporters\nF1,Exporters\nF1,Makers\n");

        Study study = StudyReader.Read(folder.Root, cancellationToken: Token);

        study.Memberships!.Associations.ShouldBe(["Makers", "Exporters"]);
        study.Memberships.SharedAssociations().OrderBy(pair => pair.Key)
            .Select(pair => (pair.Key.First, pair.Key.Second, pair.Value)).ShouldBe([(0, 1, 2), (0, 2, 1), (1, 2, 1)]);
        study.Problems.ShouldContain(problem => problem.Code == "duplicate-membership");
        folder.Append("members.csv", "F9,Makers\nF1,\nLahore University,Makers\n");
        StudyReader.Check(folder.Root, cancellationToken: Token).Where(problem => problem.File == "members.csv" && problem.Severity == Severity.Error)
            .Select(problem => (problem.Code, problem.Row!.Value)).Order()
            .ShouldBe([("missing-id", 9L), ("unknown-firm", 8L), ("unknown-firm", 10L)]);
    }

    [Theory]
    [InlineData("Worker Flow", "worker-flow")]
    [InlineData("ADVICE", "advice")]
    [InlineData("External_Party", "external-party")]
    [InlineData("Gossip at Tea", "Gossip at Tea")]
    [InlineData("Kinship", "kin")]
    [InlineData("advice recall", "advice-recall")]
    public void Known_kinds_have_one_spelling_and_others_are_kept(string written, string kind) => TieKinds.Of(written).ShouldBe(kind);

    internal static StudyFolder Surveyed() => new StudyFolder()
        .Replace(Toml, "value = \"value\"", """
            value = "value"
            reported_by = "who"
            wave = "wave"
            year = "year"
            trust = "trust"

            [parties]
            file = "parties.csv"
            id = "party"
            type = "type"
            locality = "where"
            """)
        .Write("parties.csv", "party,type,where\nLahore University,university,national\nBuyer,,\n")
        .Write(Ties, """
            from,to,kind,value,who,wave,year,trust
            F1,F2,advice,3,from,2012,2010,4
            F1,F2,advice,1,to,2012,,
            F3,F1,gossip,2.5,,2012,,
            F2,Lahore University,advice,1,from,2015,,
            F1,F2,advice,1,from,2015,,
            F1,F2,Advice,2,to,2015,,
            F3,F2,worker flow,1,both,2015,,
            F2,F3,advice,0,from,2015,,

            """);
}
