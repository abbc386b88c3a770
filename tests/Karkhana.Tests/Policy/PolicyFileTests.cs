using System.Text.Json;
using Karkhana.Core.Errors;
using Karkhana.Core.Policies;
using Karkhana.Policy;
using Karkhana.Testing;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Policy;

public sealed class PolicyFileTests
{
    internal const string Example = """
        { "id":"P02","start":8,"end":16,
          "eligibility":"size<50 && AC<median",
          "delivery":{"unit":"group","groupSize":6,"capacityPerPeriod":4},
          "takeup":{"logit":{"const":-0.5,"rho":0.4,"distanceKm":-0.05,"associationMember":0.8}},
          "dose":{"theta":"+0.10 log","AC":"+0.05","c":"-0.05 log"},
          "onset":{"lag":2,"ramp":3},"decay":{"halfLife":12},
          "cost":{"fixed":20000,"perFirm":3000,"perGroupPeriod":900,"firmTimeDays":12},
          "spillover":{"channel":"ties","share":0.3},
          "risk":{"nonDelivery":0.15,"capture":{"topDecileShare":0.3}} }
        """;

    [Fact]
    public void The_example_of_the_framework_is_read_to_its_numbers()
    {
        PlannedPolicy policy = Read(Example).Policies.ShouldHaveSingleItem();
        Intervention read = policy.Intervention;

        (read.Id, read.Title, read.Start, read.End, read.Eligibility.Text).ShouldBe(("P02", "Group consulting and extension", 8, 16, "size<50 && AC<median"));
        read.Delivery.ShouldBe(new Delivery { Unit = DeliveryUnit.Group, GroupSize = 6, CapacityPerPeriod = 4 });
        read.TakeUp.Constant.ShouldBe(-0.5);
        read.TakeUp.Slopes.ShouldBe(new Dictionary<string, double> { ["rho"] = 0.4, ["distanceKm"] = -0.05, ["associationMember"] = 0.8 }, ignoreOrder: true);
        read.Doses.ShouldBe(
        [
            new Dose(DoseTarget.Effectiveness, 0.10, DoseScale.Log),
            new Dose(DoseTarget.AbsorptiveCapacity, 0.05, DoseScale.Level),
            new Dose(DoseTarget.UnitCost, -0.05, DoseScale.Log),
        ]);
        (read.OnsetLag, read.OnsetRamp, read.HalfLife).ShouldBe((2, 3, 12.0));
        read.Cost.ShouldBe(new PolicyCost { Fixed = 20000, PerFirm = 3000, PerGroupPeriod = 900, FirmTimeDays = 12 });
        (read.SpilloverShare, read.NonDelivery, read.CaptureShare).ShouldBe((0.3, 0.15, 0.3));
        policy.Lever.Id.ShouldBe("P02");
        read.Channels.ShouldBe(policy.Lever.Channels);
        policy.Numbers.ShouldAllBe(number => number.Status == NumberStatus.Unstated);
        policy.Numbers.Select(number => number.Path).ShouldContain("takeup.logit.distanceKm");
    }

    [Fact]
    public void The_file_that_ships_has_a_policy_for_every_lever_and_the_baseline_does_nothing()
    {
        PolicyFile file = PolicyFile.Default();

        file.Policies.Select(policy => policy.Intervention.Id).ShouldBe(file.Menu.Levers.Select(lever => lever.Id));
        file.Policies.ShouldAllBe(policy => policy.Lever.Id == policy.Intervention.Id && policy.Lever.IsBaseline == policy.Intervention.IsBaseline);
        file.Menu.Levers.Where(lever => !lever.IsBaseline).ShouldAllBe(lever => lever.Rationale.Count > 0);
        file.Find("P18")!.Intervention.ShouldBe(new Intervention { Id = "P18", Title = "Do nothing (baseline)" }, new SameData());
        file.Find("P16")!.Intervention.Anchors.ShouldBe([new AnchorFirm { CapabilityQuantile = 0.99, Workers = 200, VerticalTies = 20 }]);
        file.ToTable().RowCount.ShouldBe(18);
    }

    [Fact]
    public void Every_number_that_ships_says_where_it_comes_from_and_sources_are_named()
    {
        PolicyNumber[] numbers = [.. PolicyFile.Default().Policies.SelectMany(policy => policy.Numbers)];

        numbers.Length.ShouldBeGreaterThan(250);
        numbers.ShouldAllBe(number => number.Status != NumberStatus.Unstated);
        numbers.Where(number => number.Status == NumberStatus.Source).ShouldAllBe(number => number.Basis.Length > 0);
        PolicyNumber centre = numbers.Single(number => number is { Policy: "P05", Path: "cost.fixed" });
        (centre.Status, centre.Value).ShouldBe((NumberStatus.Source, "895000")); // 94 million PKR at 105
        centre.Basis.ShouldContain("94 million PKR");
        numbers.Single(number => number is { Policy: "P05", Path: "cost.perPeriod" }).Status.ShouldBe(NumberStatus.Inferred);
    }

    [Fact]
    public void No_policy_that_ships_is_delivered_perfectly() => PolicyFile.Default().Policies
        .Where(policy => !policy.Intervention.IsBaseline)
        .ShouldAllBe(policy => double.IsFinite(policy.Intervention.TakeUp.Constant) && policy.Intervention.NonDelivery > 0);

    [Fact]
    public void Costs_are_given_in_the_currency_of_a_study_by_the_rate_that_the_file_states()
    {
        PolicyFile file = PolicyFile.Default().In("PKR");

        file.Money!.Unit.ShouldBe("PKR");
        file.Find("P02")!.Intervention.Cost.ShouldBe(new PolicyCost
        {
            Fixed = 20000 * 105,
            PerFirm = 3000 * 105,
            PerGroupPeriod = 900 * 105,
            FirmTimeDays = 12,
        });
        file.In("PKR").ShouldBe(file, new SameCosts());
        DataProblem problem = Should.Throw<StudyException>(() => PolicyFile.Default().In("XYZ")).Problems.ShouldHaveSingleItem();
        (problem.Code, problem.File, problem.Place).ShouldBe(("no-rate", "policies.json", "policies.json, at $.money.rates"));
        (problem.Expected, problem.Found).ShouldBe(("a rate for XYZ, the currency of the study", "costs in USD and rates for PKR, INR only"));
        Read(Example).In("XYZ").Find("P02")!.Intervention.Cost.Fixed.ShouldBe(20000);
    }

    [Theory]
    [InlineData("\"id\":\"P02\"", "\"id\":\"Q02\"", "$.policies[0].id", "unknown-lever", "a lever of the menu (P01, ", "\"Q02\"")]
    [InlineData("\"id\":\"P02\"", "\"id\":\"north\",\"lever\":\"P99\"", "$.policies[0].lever", "unknown-lever", "a lever of the menu (P01, ", "\"P99\"")]
    [InlineData("\"AC\":\"+0.05\"", "\"K\":\"+0.05\"", "$.policies[0].dose.K", "dose-on-outcome", "policies act on mechanisms, never on capability or performance", "\"+0.05\"")]
    [InlineData("\"AC\":\"+0.05\"", "\"capability\":\"+0.05\"", "$.policies[0].dose.capability", "dose-on-outcome", "policies act on mechanisms", "\"+0.05\"")]
    [InlineData("\"AC\":\"+0.05\"", "\"sales\":\"+0.05\"", "$.policies[0].dose.sales", "dose-on-outcome", "policies act on mechanisms", "\"+0.05\"")]
    [InlineData("\"AC\":\"+0.05\"", "\"luck\":\"+0.05\"", "$.policies[0].dose.luck", "unknown-mechanism", "a mechanism (c, S, eMin", "\"+0.05\"")]
    [InlineData("\"AC\":\"+0.05\"", "\"theta\":\"-0.05\"", "$.policies[0].dose.theta", "contradictory-dose", "one dose for a mechanism", "\"+0.10 log\" and \"-0.05\"")]
    [InlineData("\"AC\":\"+0.05\"", "\"AC\":\"plenty\"", "$.policies[0].dose.AC", "wrong-form", "a dose such as +0.10 log", "\"plenty\"")]
    [InlineData("\"AC\":\"+0.05\"", "\"AC\":0.05", "$.policies[0].dose.AC", "wrong-type", "string: a dose such as", "0.05")]
    [InlineData("\"AC\":\"+0.05\"", "\"AC\":\"+5\"", "$.policies[0].dose.AC", "out-of-range", "an amount from -1 to 1", "\"+5\"")]
    [InlineData("\"AC\":\"+0.05\"", "\"S\":\"+6 log\"", "$.policies[0].dose.S", "out-of-range", "an amount from -5 to 5 log", "\"+6 log\"")]
    [InlineData("\"AC\":\"+0.05\"", "\"tau\":\"+0.5 log\"", "$.policies[0].dose.tau", "log-of-zero", "an amount on the value, such as +0.5: tau is what policies add and begins at 0", "\"+0.5 log\" in policy P02")]
    [InlineData("\"AC\":\"+0.05\"", "\"pJoin\":\"-0.1 log\"", "$.policies[0].dose.pJoin", "log-of-zero", "an amount on the value, such as -0.1", "\"-0.1 log\" in policy P02")]
    [InlineData("\"AC\":\"+0.05\"", "\"congestion\":\"-0.1 log\"", "$.policies[0].dose.congestion", "log-of-zero", "an amount on the value", "\"-0.1 log\" in policy P02")]
    [InlineData("\"decay\":{\"halfLife\":12},", "", "$.policies[0].decay", "missing-key", "decay (mandatory with dose)", "nothing")]
    [InlineData("\"decay\":{\"halfLife\":12},", "\"decay\":{},", "$.policies[0].decay.halfLife", "missing-key", "halfLife", "nothing")]
    [InlineData("\"halfLife\":12", "\"halfLife\":0", "$.policies[0].decay.halfLife", "out-of-range", "a number above 0", "0")]
    [InlineData("\"nonDelivery\":0.15,", "", "$.policies[0].risk.nonDelivery", "missing-key", "nonDelivery", "nothing")]
    [InlineData("\"nonDelivery\":0.15", "\"nonDelivery\":1.5", "$.policies[0].risk.nonDelivery", "out-of-range", "a number from 0 to 1", "1.5")]
    [InlineData("\"share\":0.3", "\"share\":-0.3", "$.policies[0].spillover.share", "out-of-range", "a number from 0 to 1", "-0.3")]
    [InlineData("\"topDecileShare\":0.3", "\"topDecileShare\":30", "$.policies[0].risk.capture.topDecileShare", "out-of-range", "a number from 0 to 1", "30")]
    [InlineData("\"fixed\":20000", "\"fixed\":-1", "$.policies[0].cost.fixed", "out-of-range", "a number from 0", "-1")]
    [InlineData("\"end\":16", "\"end\":8", "$.policies[0].end", "end-before-start", "a quarter after the start (8)", "8")]
    [InlineData("\"end\":16", "\"end\":3", "$.policies[0].end", "end-before-start", "a quarter after the start (8)", "3")]
    [InlineData("\"start\":8", "\"start\":-8", "$.policies[0].start", "out-of-range", "a number from 0", "-8")]
    [InlineData("\"start\":8", "\"start\":8.5", "$.policies[0].start", "wrong-type", "integer", "8.5")]
    [InlineData("AC<median", "AC<middling", "$.policies[0].eligibility", "wrong-condition", "median, mean or p10 to p90 at position 15", "'middling' in \"size<50 && AC<middling\"")]
    [InlineData("\"unit\":\"group\",\"groupSize\":6", "\"unit\":\"group\"", "$.policies[0].delivery.groupSize", "missing-key", "groupSize", "nothing")]
    [InlineData("\"unit\":\"group\"", "\"unit\":\"village\"", "$.policies[0].delivery.unit", "unknown-word", "one of firm, group, place", "\"village\"")]
    [InlineData("\"unit\":\"group\"", "\"unit\":\"firm\"", "$.policies[0].cost.perGroupPeriod", "contradictory-policy", "0, since firms receive it one by one", "900")]
    [InlineData("\"rho\":0.4", "\"happiness\":0.4", "$.policies[0].takeup.logit.happiness", "unknown-key", "one of const, size, AC", "0.4")]
    [InlineData("\"rho\":0.4", "\"rho\":1e999", "$.policies[0].takeup.logit.rho", "out-of-range", "a number finite", "1e999")]
    [InlineData("\"const\":-0.5,", "", "$.policies[0].takeup.logit.const", "missing-key", "const", "nothing")]
    [InlineData("\"dose\":{\"theta\":\"+0.10 log\",\"AC\":\"+0.05\",\"c\":\"-0.05 log\"},", "", "$.policies[0].dose", "no-dose", "dose (or anchors)", "nothing")]
    [InlineData("\"id\":\"P02\"", "\"id\":\"P02\",\"lever\":\"P18\"", "$.policies[0]", "contradictory-policy", "no dose: P18 is doing nothing", "a dose")]
    [InlineData("\"start\":8", "\"strat\":8", "$.policies[0].strat", "unknown-key", "one of id, lever, title, start", "8")]
    [InlineData("\"start\":8", "\"start\":8,\"numbers\":{\"cost.perCow\":\"INF\"}", "$.policies[0].numbers.cost.perCow", "unknown-number", "the path of a number", "\"cost.perCow\"")]
    [InlineData("\"start\":8", "\"start\":8,\"numbers\":{\"cost\":\"GUESS\"}", "$.policies[0].numbers.cost", "wrong-form", "SOURCE (read in a source)", "\"GUESS\"")]
    public void Each_fault_is_told_with_its_path_what_was_expected_and_what_came(
        string from, string to, string path, string code, string expected, string found)
    {
        DataProblem problem = Problems(Wrapped(Example.Replace(from, to, StringComparison.Ordinal))).ShouldHaveSingleItem();

        (problem.Column, problem.Code, problem.Found).ShouldBe((path, code, found));
        problem.Expected.ShouldContain(expected);
        (problem.File, problem.Severity).ShouldBe(("mine.json", Severity.Error));
    }

    [Theory]
    [InlineData("takeup")]
    [InlineData("decay")]
    [InlineData("cost")]
    [InlineData("risk")]
    public void A_policy_that_moves_something_must_say_who_takes_part_how_it_fades_what_it_costs_and_how_it_fails(string key)
    {
        using JsonDocument document = JsonDocument.Parse(Example);
        string without = JsonSerializer.Serialize(document.RootElement.EnumerateObject().Where(property => property.Name != key)
            .ToDictionary(property => property.Name, property => property.Value));

        DataProblem problem = Problems(Wrapped(without)).ShouldHaveSingleItem();

        (problem.Column, problem.Code).ShouldBe(($"$.policies[0].{key}", "missing-key"));
        problem.Hint.ShouldContain("No policy is delivered perfectly by default");
    }

    [Fact]
    public void All_problems_of_a_file_are_told_at_once()
    {
        string first = Example.Replace("\"end\":16", "\"end\":1").Replace("AC<median", "AC<");
        string second = Example.Replace("\"fixed\":20000", "\"fixed\":-1").Replace("\"theta\"", "\"K\"");

        Problems(Wrapped(first, second)).Select(problem => (problem.Code, problem.Column)).ShouldBe(
            [
                ("end-before-start", "$.policies[0].end"), ("wrong-condition", "$.policies[0].eligibility"), ("out-of-range", "$.policies[1].cost.fixed"),
                ("dose-on-outcome", "$.policies[1].dose.K"), ("duplicate-id", "$.policies[1].id"),
            ],
            ignoreOrder: true);
    }

    [Theory]
    [InlineData("", "empty-file")]
    [InlineData("{", "no-json")]
    [InlineData("[]", "wrong-type")]
    [InlineData("{\"version\":\"1\",\"policies\":[]}", "wrong-count")]
    [InlineData("{\"version\":\"1\",\"policies\":[7]}", "wrong-type")]
    [InlineData("{\"policies\":[{\"id\":\"P18\"}]}", "missing-key")]
    [InlineData("{\"version\":\"1\",\"version\":\"2\",\"policies\":[{\"id\":\"P18\"}]}", "duplicate-key")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[", "no-json")]
    public void Texts_that_are_no_policy_file_are_refused(string text, string code) =>
        Problems(text).Select(problem => problem.Code).ShouldContain(code);

    [Fact]
    public void A_table_of_firms_taken_for_policies_is_not_printed() =>
        Problems("firm_id,town\n" + string.Join('\n', Enumerable.Range(0, 300).Select(firm => FormattableString.Invariant($"F{firm},Daska"))))
            .ShouldHaveSingleItem().Found.Length.ShouldBeLessThan(202);

    [Fact]
    public void A_syntax_error_names_its_line() => Problems("{\n\"version\": \"1\",\n\"policies\" [] }").ShouldHaveSingleItem().Row.ShouldBe(3);

    [Fact]
    public void A_file_may_bring_levers_of_its_own_but_not_under_an_id_of_the_menu()
    {
        const string Lever = """{ "id":"X1","name":"Weekly tea","channels":["cost_of_effort"],"regimes":["interior"],"evidence":"D","costClass":1,"source":"Ours" }""";
        string file = $$"""{ "version":"1", "levers":[{{Lever}}], "policies":[{{Example.Replace("\"P02\"", "\"tea\",\"lever\":\"X1\"")}}] }""";

        PlannedPolicy tea = PolicyFile.Read(file, "mine.json").Policies.ShouldHaveSingleItem();
        (tea.Intervention.Title, tea.Lever.Veto, tea.Lever.Evidence).ShouldBe(("Weekly tea", VetoRule.None, EvidenceGrade.D));

        Problems(file.Replace("X1", "P01")).ShouldHaveSingleItem().Code.ShouldBe("duplicate-id");
    }

    [Fact]
    public void The_example_of_the_page_is_read_without_a_problem()
    {
        string page = File.ReadAllText(Path.Combine(SharedFolder.RepositoryRoot, "docs", "framework", "policy-files.md"));
        string example = page.Split("```json")[1].Split("```")[0];

        PolicyFile file = PolicyFile.Read(example, "page.json");

        file.Policies.Select(policy => policy.Intervention.Id).ShouldBe(["P02-daska", "P18"]);
        file.Policies[0].Numbers.Single(number => number.Path == "cost.perFirm").Basis.ShouldBe("offer of the provider");
        foreach (string word in PolicySchemaTests.DoseWords())
        {
            page.ShouldContain($"| `{word}` |");
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t")]
    public void An_empty_file_is_called_empty(string text)
    {
        DataProblem problem = Problems(text).ShouldHaveSingleItem();

        (problem.Code, problem.Found).ShouldBe(("empty-file", "an empty file"));
    }

    [Fact]
    public void A_file_that_breaks_off_is_told_without_words_of_the_reader() => Problems("{").ShouldHaveSingleItem().Found.ShouldNotContain("isFinalBlock");

    [Fact]
    public void A_file_with_nothing_but_doing_nothing_is_no_file_to_simulate()
    {
        DataProblem problem = Should.Throw<StudyException>(() => Read("""{ "id":"P18" }""").CheckActs()).Problems.ShouldHaveSingleItem();

        (problem.Code, problem.Found).ShouldBe(("only-baseline", "only P18"));
        Should.NotThrow(() => PolicyFile.Default().CheckActs());
    }

    [Fact]
    public void Doing_nothing_needs_no_other_word() => Read("""{ "id":"P18" }""").Policies.ShouldHaveSingleItem().Intervention.IsBaseline.ShouldBeTrue();

    [Fact]
    public void Permanent_effects_are_said_by_null() => Read(Example.Replace("\"halfLife\":12", "\"halfLife\":null"))
        .Policies[0].Intervention.HalfLife.ShouldBe(double.PositiveInfinity);

    [Fact]
    public void The_factor_of_gaps_is_that_of_the_file_or_of_the_one_that_ships()
    {
        string With(string gaps) => $$"""{ "version":"1", "exposureGaps":{{gaps}}, "policies":[{{Example}}] }""";
        DataProblem Refused(string gaps) => Should.Throw<StudyException>(() => PolicyFile.Read(With(gaps), "mine.json")).Problems.ShouldHaveSingleItem();

        PolicyFile own = PolicyFile.Read(With("""{ "factor":2, "status":"INF: ours" }"""), "mine.json");

        (own.Menu.GapFactor, own.Menu.GapFactorStatus).ShouldBe((2, "INF: ours"));
        Read(Example).Menu.GapFactor.ShouldBe(PolicyFile.Default().Menu.GapFactor);
        (Refused("""{ "factor":0.5, "status":"INF" }""").Column, Refused("""{ "factor":0.5, "status":"INF" }""").Code).ShouldBe(("$.exposureGaps.factor", "out-of-range"));
        Refused("""{ "factor":2 }""").Column.ShouldBe("$.exposureGaps.status");
        Refused("2").Column.ShouldBe("$.exposureGaps");
    }

    internal static string Wrapped(params string[] policies) => $$"""{ "version":"1", "policies":[{{string.Join(',', policies)}}] }""";

    private static PolicyFile Read(string policy) => PolicyFile.Read(Wrapped(policy), "mine.json");

    private static IReadOnlyList<DataProblem> Problems(string text) =>
        Should.Throw<StudyException>(() => PolicyFile.Read(text, "mine.json")).Problems;

    // Records compare lists by reference.
    private sealed class SameData : IEqualityComparer<Intervention>
    {
        public bool Equals(Intervention? x, Intervention? y) => JsonSerializer.Serialize(x, Infinite) == JsonSerializer.Serialize(y, Infinite);

        public int GetHashCode(Intervention obj) => 0;
    }

    private sealed class SameCosts : IEqualityComparer<PolicyFile>
    {
        public bool Equals(PolicyFile? x, PolicyFile? y) =>
            x!.Policies.Select(policy => policy.Intervention.Cost).SequenceEqual(y!.Policies.Select(policy => policy.Intervention.Cost));

        public int GetHashCode(PolicyFile obj) => 0;
    }

    private static readonly JsonSerializerOptions Infinite = new()
    {
        NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };
}
