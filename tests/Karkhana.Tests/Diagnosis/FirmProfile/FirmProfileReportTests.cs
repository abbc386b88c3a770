using System.Text.RegularExpressions;
using Karkhana.Core.Documents;
using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Tables;
using Karkhana.Data.Studies;
using Karkhana.Diagnosis.FirmProfile;
using Karkhana.Reporting;
using Karkhana.Testing;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Diagnosis.FirmProfile;

/// <summary>The page of an owner tells of the owner's firm, and of no other.</summary>
public sealed partial class FirmProfileReportTests
{
    private static readonly TextCatalogue Texts = TextCatalogue.Load();
    private static readonly Study Punjab = Read("punjab-farm-equipment");
    private static readonly Lazy<ProfiledGroup> Group = new(() => ProfiledGroup.All(Punjab).Single());

    [Fact]
    public void No_id_of_another_firm_is_on_any_page()
    {
        HashSet<string> ids = [.. Punjab.Firms.Ids];
        foreach (int firm in Group.Value.Survey.Firms)
        {
            string page = FirmProfileWriter.Render(Group.Value, firm, Texts);

            Words().Matches(page).Select(word => word.Value).Where(ids.Contains).Distinct().ShouldBe([Punjab.Firms.Ids[firm]]);
        }
    }

    [Fact]
    public void The_page_is_whole_synthetic_and_without_scripts()
    {
        string page = FirmProfileWriter.Render(Group.Value, Group.Value.Survey.Firms[0], Texts);

        page.ShouldContain("SYNTHETIC DATA");
        page.ShouldContain("script-src 'none'");
        page.ShouldNotContain("<script");
        Stack<string> open = new();
        foreach (Match tag in Tags().Matches(page[page.IndexOf("<html", StringComparison.Ordinal)..]))
        {
            string name = tag.Groups["name"].Value;
            if (tag.Groups["close"].Length > 0)
            {
                open.Pop().ShouldBe(name);
            }
            else if (tag.Groups["self"].Length == 0 && name is not ("meta" or "link"))
            {
                open.Push(name);
            }
        }

        open.ShouldBeEmpty();
    }

    [Fact]
    public void Every_section_is_there_and_every_sentence_has_its_values()
    {
        Report report = FirmProfileReport.Compose(Group.Value, Group.Value.Survey.Firms[0], Texts);

        report.Sections.Select(section => section.Key).ShouldBe(
            ["profile_functions", "profile_scores", "profile_rungs", "profile_mechanisms", "profile_limits"]);
        report.Sections.ShouldAllBe(section => section.Blocks.Count > 0);
        foreach (int firm in Group.Value.Survey.Firms)
        {
            Sentences(FirmProfileReport.Compose(Group.Value, firm, Texts)).Select(Texts.Say).ShouldAllBe(said => !said.Contains('{'));
        }
    }

    [Fact]
    public void The_cluster_is_the_same_on_every_page_and_rounded()
    {
        double[][] bands = [.. Group.Value.Survey.Firms.Take(5).Select(firm => Cluster(FirmProfileReport.Compose(Group.Value, firm, Texts)))];

        bands.ShouldAllBe(band => band.SequenceEqual(bands[0]));
        bands[0].Length.ShouldBe(18);
        bands[0].ShouldAllBe(value => Math.Round(value, 2) == value);
    }

    [Fact]
    public void A_cluster_with_fewer_than_five_other_firms_is_not_shown()
    {
        int[] clustered = [.. Group.Value.Focus.ClusteredFirms.Where(firm => Group.Value.Ladders!.Ladders.Any(ladder => ladder.Firm == firm)).Take(6)];
        ProfiledGroup five = ProfiledGroup.All(Punjab with { Survey = Punjab.Survey!.Of(clustered[..5]) }, cancellationToken: TestContext.Current.CancellationToken).Single();
        ProfiledGroup six = ProfiledGroup.All(Punjab with { Survey = Punjab.Survey.Of(clustered) }, cancellationToken: TestContext.Current.CancellationToken).Single();

        Report alone = FirmProfileReport.Compose(five, clustered[0], Texts);

        Cluster(alone).ShouldBeEmpty();
        Sentences(alone).Select(sentence => sentence.Key).ShouldContain("profile.no_comparison");
        Table(alone, "firm_scores")?.Texts("mean").ShouldAllBe(mean => mean == null);
        Sentences(alone).ShouldNotContain(sentence => sentence.Key == "profile.uses_cluster");
        Cluster(FirmProfileReport.Compose(six, clustered[0], Texts)).ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData(20, false)]
    [InlineData(21, true)]
    public void A_middle_half_needs_twenty_other_firms_and_a_mean_five(int firms, bool shown)
    {
        int[] clustered = [.. Group.Value.Focus.ClusteredFirms.Where(firm => Group.Value.Ladders!.Ladders.Any(
            ladder => ladder.Firm == firm && ladder.Ladder.Scores.All(double.IsFinite))).Take(firms)];
        ProfiledGroup few = ProfiledGroup.All(Punjab with { Survey = Punjab.Survey!.Of(clustered) }, cancellationToken: TestContext.Current.CancellationToken).Single();

        double[][] rows = [.. Cluster(FirmProfileReport.Compose(few, clustered[0], Texts)).Chunk(3)];

        rows.ShouldNotBeEmpty();
        rows.ShouldAllBe(row => double.IsFinite(row[0]) && double.IsFinite(row[1]) == shown && double.IsFinite(row[2]) == shown);
    }

    [Fact]
    public void Ways_of_learning_are_told_apart_by_semicolons_and_begin_small()
    {
        string[] lists = [.. Group.Value.Survey.Firms.SelectMany(firm => Sentences(FirmProfileReport.Compose(Group.Value, firm, Texts)))
            .Where(sentence => sentence.Arguments.ContainsKey("mechanisms")).Select(sentence => (string)sentence.Arguments["mechanisms"]!)];

        lists.ShouldContain(list => list.Contains("learning with users, suppliers and peers", StringComparison.Ordinal));
        lists.SelectMany(list => list.Split("; ")).ShouldAllBe(title => char.IsLower(title[0]));
        Texts.Say(Sentence.Of("profile.range", ("low", "0.10"), ("high", "0.20"))).ShouldBe("0.10 to 0.20");
    }

    [Fact]
    public void Shares_of_the_cluster_are_of_at_least_five_firms_on_either_side()
    {
        foreach (int firm in Group.Value.Survey.Firms)
        {
            foreach (Sentence sentence in Sentences(FirmProfileReport.Compose(Group.Value, firm, Texts)).Where(sentence => sentence.Key == "profile.uses_cluster"))
            {
                // 162 firms of the cluster answered: 1 to 4 of them are 1 and 2 in 100.
                Regex.Matches((string)sentence.Arguments["mechanisms"]!, @"\((\d+)%\)").Select(match => int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture))
                    .ShouldAllBe(share => share >= 3 && share <= 97);
            }
        }
    }

    [Fact]
    public void Any_number_of_workers_gives_the_same_page()
    {
        string id = Punjab.Firms.Ids[Group.Value.Survey.Firms[0]];
        string[] pages = [.. new[] { 1, 4 }.Select(workers =>
        {
            (ProfiledGroup group, int firm) = ProfiledGroup.Of(Punjab, id, execution: new ExecutionOptions { Workers = workers });
            return FirmProfileWriter.Render(group, firm, Texts);
        })];

        pages[1].ShouldBe(pages[0]);
    }

    [Fact]
    public void Firms_that_are_unknown_silent_or_closed_are_refused_without_naming_others()
    {
        HashSet<int> answered = [.. Punjab.Survey!.Firms];
        int silent = Enumerable.Range(0, Punjab.Firms.Count).First(firm => !answered.Contains(firm));
        int closed = Punjab.Survey.Firms[0];
        Study withClosed = Punjab with
        {
            Firms = Punjab.Firms with { Closed = [.. Enumerable.Range(0, Punjab.Firms.Count).Select(firm => firm == closed ? 2010 : double.NaN)] },
        };

        Refused(Punjab, "nobody", "unknown-firm");
        Refused(Punjab, Punjab.Firms.Ids[silent], "no-answers");
        Refused(withClosed, Punjab.Firms.Ids[closed], "closed-firm");
        Should.Throw<StudyException>(() => ProfiledGroup.All(Punjab with { Survey = null })).Problems.Single().Code.ShouldBe("no-answers");
    }

    [Fact]
    public void A_survey_with_little_in_it_says_what_it_cannot()
    {
        Study template = Read("template");
        (ProfiledGroup group, int firm) = ProfiledGroup.Of(template, template.Firms.Ids[template.Survey!.Firms[0]], cancellationToken: TestContext.Current.CancellationToken);

        FirmProfileWriter.Render(group, firm, Texts).ShouldContain("Not asked or not answered");
        Without_capability_says_so(template);
    }

    [Theory]
    [InlineData("F001", "profile-F001.html")]
    [InlineData("A-1_B", "profile-A-1_B.html")]
    public void A_safe_id_is_its_file_name(string id, string expected) => FirmProfileWriter.FileNameOf(id).ShouldBe(expected);

    [Fact]
    public void Other_ids_become_safe_names_that_differ_even_where_case_does_not_count()
    {
        string[] ids = ["f001", "F001", "../../etc/x", "..%2f", "con", "ID 7", "ID/7", "ID7", "کارخانہ", new string('A', 61), new string('A', 62)];

        string[] names = [.. ids.Select(FirmProfileWriter.FileNameOf)];

        names.ShouldAllBe(name => Regex.IsMatch(name, "^profile-[A-Za-z0-9_-]+\\.html$"));
        names.Select(name => name.ToUpperInvariant()).ShouldBeUnique();
    }

    private static void Without_capability_says_so(Study template)
    {
        Study without = template with
        {
            Survey = template.Survey! with { Items = [.. template.Survey.Items.Select(item => item with { Construct = "other", Function = "", Complexity = 0 })] },
        };
        (ProfiledGroup group, int firm) = ProfiledGroup.Of(without, without.Firms.Ids[without.Survey!.Firms[0]]);
        string[] said = [.. Sentences(FirmProfileReport.Compose(group, firm, Texts)).Select(sentence => sentence.Key)];

        said.ShouldContain("profile.no_ladder");
        said.ShouldContain("profile.no_scores");
    }

    private static void Refused(Study study, string id, string code)
    {
        StudyException refusal = Should.Throw<StudyException>(() => ProfiledGroup.Of(study, id));

        refusal.Problems.Single().Code.ShouldBe(code);
        refusal.Problems.Single().File.ShouldBe("firms.csv");
        Words().Matches(refusal.Message).Select(word => word.Value).Where(word => word != id).ShouldNotContain(word => study.Firms.Ids.Contains(word));
    }

    private static double[] Cluster(Report report)
    {
        Table dots = report.Sections.SelectMany(section => section.Blocks).OfType<FigureBlock>().Single().Data["dots"];
        int[] rows = [.. Enumerable.Range(0, dots.RowCount).Where(row => dots.Texts("group")[row] == Texts.Text("profile.cluster_band"))];
        return [.. rows.SelectMany(row => new[] { "estimate", "conf_low", "conf_high" }.Select(name => dots.Numbers(name)[row]))];
    }

    private static Table? Table(Report report, string name) => report.Sections.SelectMany(section => section.Blocks).OfType<TableBlock>()
        .FirstOrDefault(block => block.Table.Name == name)?.Table;

    private static IEnumerable<Sentence> Sentences(Report report) => report.Sections.SelectMany(section => section.Blocks).SelectMany(block => block switch
    {
        ParagraphBlock paragraph => paragraph.Sentences,
        ListBlock list => list.Items,
        TableBlock table => [table.Caption],
        FigureBlock figure => [figure.Caption, figure.AltText],
        _ => (IEnumerable<Sentence>)[],
    });

    private static Study Read(string name) => StudyReader.Read(Path.Combine(SharedFolder.RepositoryRoot, "studies", name));

    [GeneratedRegex(@"[A-Za-z0-9_-]+")]
    private static partial Regex Words();

    [GeneratedRegex(@"<(?<close>/?)(?<name>[a-zA-Z][a-zA-Z0-9]*)[^>]*?(?<self>/?)>")]
    private static partial Regex Tags();
}
