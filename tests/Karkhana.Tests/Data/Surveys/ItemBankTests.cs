using Karkhana.Core.Errors;
using Karkhana.Core.Tables;
using Karkhana.Data.Studies;
using Karkhana.Data.Surveys;
using Karkhana.Testing;
using Karkhana.Tests.Data.Studies;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Data.Surveys;

public sealed class ItemBankTests
{
    private const string Page = "docs/framework/item-bank.md";
    private static readonly ItemBank Bank = ItemBank.Default;

    [Fact]
    public void Every_block_of_the_framework_is_there() => Bank.Items.Select(item => item.Item.Block).Distinct()
        .ShouldBe("F C E X A M J N P L I V T B G U O W K R Q Y H D Z S".Split(' '));

    [Fact]
    public void The_items_that_the_modules_read_by_id_have_the_construct_that_they_expect()
    {
        foreach ((string id, string construct) in new[]
        {
            ("A1", "absorptive_capacity"), ("A2", "absorptive_capacity"), ("A3", "absorptive_capacity"), ("A4", "absorptive_capacity"),
            ("M3", "mechanism"), ("M4", "mechanism"), ("M12", "mechanism"), ("J8", "failed_cooperation"), ("X01", "external_openness"),
        })
        {
            Bank.Find(id)!.Item.Construct.ShouldBe(construct, id);
        }

        Bank.Items.Count(item => item.Item is { Construct: "capability", Complexity: > 0 }).ShouldBe(20);
        Enumerable.Range(1, 14).ShouldAllBe(n => Bank.Items.Any(item => item.Item.Construct == FormattableString.Invariant($"EE{n:D2}")));
        Enumerable.Range(1, 7).ShouldAllBe(n => Bank.Items.Any(item => item.Item.Construct == FormattableString.Invariant($"JA{n:D2}_change")));
        Enumerable.Range(1, 5).ShouldAllBe(n => Bank.Items.Any(item => item.Item.Construct == FormattableString.Invariant($"DE{n:D2}")));
    }

    [Fact]
    public void Every_item_has_an_English_wording_and_says_that_the_others_are_still_to_come()
    {
        Bank.Items.ShouldAllBe(item => item.Item.Labels["en"].Length > 10);
        Bank.Items.ShouldAllBe(item => item.Item.Labels.Count == 1);
        ItemBank.Languages.ShouldBe(["en", "ur", "es", "fr"]);
        Bank.Version.ShouldBe(1);
    }

    [Fact]
    public void Anchors_name_each_step_of_a_closed_scale_with_words() => Bank.Items.Where(item => item.Anchors.Length > 0)
        .ShouldAllBe(item => Bank.AnchorsOf(item.Anchors).Count == item.Item.Maximum - item.Item.Minimum + 1);

    [Fact]
    public void Every_battery_has_an_attention_check() =>
        Bank.Items.Where(item => item.Item.IsAttentionCheck).Select(item => item.Item.Block).ShouldBe(["C", "E", "X", "A", "M", "J", "P", "S"]);

    [Fact]
    public void The_bank_that_ships_passes_its_own_checks()
    {
        string source = Path.Combine(SharedFolder.RepositoryRoot, "src", "Karkhana.Data", "Surveys", "ItemBank", "items.csv");

        ItemBank.Check(source).ShouldBeEmpty();
        ItemBank.Read(source).Items.Select(item => item.Item.Id).ShouldBe(Bank.Items.Select(item => item.Item.Id));
    }

    [Fact]
    public void The_page_is_the_bank()
    {
        string path = Path.Combine(SharedFolder.RepositoryRoot, Page);
        string page = File.ReadAllText(path).ReplaceLineEndings("\n");

        Approve.Text(ItemBankPage.Of(Bank, page[..(page.IndexOf("## Items\n", StringComparison.Ordinal) + "## Items\n".Length)]), Page);
    }

    [Fact]
    public void A_table_of_a_block_holds_its_items_in_the_language_that_is_asked_for()
    {
        Table english = Bank.ToTable("C");
        Table urdu = Bank.ToTable("C", "ur");

        english.RowCount.ShouldBe(21);
        english.Texts("anchors")[0].ShouldBe("0 cannot; 1 with outside help; 2 alone, in the standard case; 3 alone, also in new or unusual cases");
        urdu.Texts("item").ShouldBe(english.Texts("item"));
        urdu.Texts("wording").ShouldAllBe(wording => wording == null);
        urdu.Texts("anchors").ShouldAllBe(anchors => anchors == null);
    }

    [Fact]
    public void A_row_of_the_codebook_with_nothing_but_an_item_takes_the_rest_from_the_bank()
    {
        using StudyFolder folder = new();
        folder.Write("codebook.csv", "item\nC05\nL1\nE90\n").Write("survey.csv", "firm,weight,C05,L1,E90\nF1,1,2,6,3\n");

        Survey survey = Read(folder);

        SurveyItem rejects = survey.Items[0];
        (rejects.Block, rejects.Construct, rejects.Scale, rejects.Minimum, rejects.Maximum, rejects.Function, rejects.Complexity)
            .ShouldBe(("C", "capability", "M3", 0, 3, "process", 1));
        rejects.Labels["en"].ShouldBe(Bank.Find("C05")!.Item.Labels["en"]);
        (survey.Items[1].Reverse, double.IsNaN(survey.Items[1].Maximum)).ShouldBe((true, true));
        survey.Items[2].Expected.ShouldBe(3);
    }

    [Fact]
    public void What_a_row_of_the_codebook_states_wins_over_the_bank()
    {
        using StudyFolder folder = new();
        folder.Write("codebook.csv", """
            item,construct,max,label::Español (es)
            L1,waiting,52,Semanas
            MY1,own,,Propio

            """)
            .Write("survey.csv", "firm,weight,L1,MY1\nF1,1,6,-7\n");

        StudyException refused = Should.Throw<StudyException>(() => Read(folder)); // MY1 is nobody's, so its columns are needed
        refused.Problems.Select(problem => problem.Column).ShouldBe(["block", "min", "reverse", "scale"]);

        folder.Write("codebook.csv", """
            item,block,construct,scale,min,max,reverse,label::Español (es)
            L1,,waiting,,,52,,Semanas
            MY1,MY,own,N,,,,Propio

            """);
        Survey survey = Read(folder);
        SurveyItem weeks = survey.Items[0];
        (weeks.Block, weeks.Construct, weeks.Minimum, weeks.Maximum, weeks.Reverse).ShouldBe(("L", "waiting", 0, 52, true));
        weeks.Labels.Keys.ShouldBe(["en", "es"], ignoreOrder: true);
        (survey.Items[1].Construct, survey.Answers[1][0]).ShouldBe(("own", -7));
        StudyReader.Check(folder.Root, cancellationToken: TestContext.Current.CancellationToken).ShouldBeEmpty(); // to close an open end is no contradiction
    }

    [Fact]
    public void A_contradiction_is_a_warning_that_names_both()
    {
        using StudyFolder folder = new();
        folder.Write("codebook.csv", "item,block,construct,scale,min,max,reverse\nC05,C,capability,L5,1,5,true\n")
            .Write("survey.csv", "firm,weight,C05\nF1,1,5\n");

        IReadOnlyList<DataProblem> problems = StudyReader.Check(folder.Root, cancellationToken: TestContext.Current.CancellationToken);

        problems.ShouldAllBe(problem => problem.Code == "other-than-bank" && problem.Severity == Severity.Warning);
        problems.Select(problem => problem.Column).ShouldBe(["max", "min", "reverse", "scale"]);
        problems.Select(problem => (problem.Expected, problem.Found)).ShouldContain(
            ("scale M3, as the item bank has it for C05", "scale L5"));
        Read(folder).Items[0].Maximum.ShouldBe(5);
    }

    [Fact]
    public void A_survey_of_items_of_the_bank_needs_no_codebook()
    {
        using StudyFolder folder = new();
        folder.Delete("codebook.csv").Replace("study.toml", "codebook = \"codebook.csv\"\n", "")
            .Write("survey.csv", "firm,weight,C05,F4,L1\nF1,1,2,fans and pumps,6\n");

        Survey survey = Read(folder);

        survey.Items.Select(item => item.Id).ShouldBe(["C05", "L1"]); // texts are not computed with
        survey.Answers[1].ShouldBe([6]);
        StudyReader.Check(folder.Root, cancellationToken: TestContext.Current.CancellationToken).ShouldBeEmpty();
    }

    [Fact]
    public void A_bank_of_the_study_adds_items_and_wins()
    {
        using StudyFolder folder = new();
        folder.Delete("codebook.csv").Replace("study.toml", "codebook = \"codebook.csv\"", "item_bank = \"bank.csv\"")
            .Write("bank.csv", "item,block,construct,scale,min,max,label_en\nMY1,MY,own,N,0,,How many?\nS1,S,own_trust,L5,1,5,Do you trust?\n")
            .Write("survey.csv", "firm,weight,MY1,S1,S2\nF1,1,12,2,3\n");

        Survey survey = Read(folder);

        survey.Items.Select(item => item.Construct).ShouldBe(["own", "own_trust", "trust"]);
    }

    [Fact]
    public void Everything_that_is_wrong_with_a_bank_is_said_at_once()
    {
        using StudyFolder folder = new();
        folder.Write("bank.csv", """
            item,block,construct,scale,anchors,min,max,reverse,function,complexity,expected,version,label_en
            ,A,x,N,,,,,,,,,No id
            1a,A,x,N,,,,,,,,,Begins with a digit
            A1,A,x,,,,,,,,,,No scale
            A1,A,x,N,,5,1,maybe,,2,,0.5,Twice
            A2,A,x,L5,,0,5,,,,,,Other ends
            A3,A,x,N,smileys,1,5,,,,,,Unknown anchors
            A4,A,x,N,agreement,1,7,,,,9,,Unfit anchors
            A5,A,x,N,,,,,,,,,

            """);

        IReadOnlyList<DataProblem> problems = ItemBank.Check(folder.PathOf("bank.csv"));

        problems.Select(problem => (problem.Row, problem.Code)).ShouldBe(
        [
            (2L, "missing-id"), (3L, "bad-item-id"), (4L, "missing-scale"), (5L, "missing-function"), (5L, "duplicate-item"), (5L, "bad-range"),
            (5L, "unknown-code"), (5L, "bad-version"), (7L, "unknown-anchors"), (8L, "unfit-anchors"), (8L, "bad-expected"),
            (9L, "no-wording"), (6L, "other-ends"),
        ], ignoreOrder: true);
        Should.Throw<StudyException>(() => ItemBank.Read(folder.PathOf("bank.csv"))).Problems.ShouldBe(problems);
    }

    [Theory]
    [InlineData("item,block,scale\nA1,A,N\n", "missing-column")]
    [InlineData("item,block,construct,scale\n", "no-rows")]
    [InlineData("", "empty-file")]
    public void A_bank_without_items_or_columns_is_refused(string text, string code)
    {
        using StudyFolder folder = new();
        folder.Write("bank.csv", text);

        ItemBank.Check(folder.PathOf("bank.csv")).ShouldHaveSingleItem().Code.ShouldBe(code);
        Should.Throw<FileNotFoundException>(() => ItemBank.Check(folder.PathOf("none.csv")));
    }

    private static Survey Read(StudyFolder folder) =>
        StudyReader.Read(folder.Root, cancellationToken: TestContext.Current.CancellationToken).Survey.ShouldNotBeNull();
}
