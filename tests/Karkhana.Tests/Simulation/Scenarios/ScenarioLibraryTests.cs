using Karkhana.Core.Errors;
using Karkhana.Simulation;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Simulation.Scenarios;

public sealed class ScenarioLibraryTests
{
    private static readonly ScenarioLibrary Library = ScenarioLibrary.Default();

    [Fact]
    public void Ten_scenarios_ship_numbered_in_order_and_say_that_their_numbers_are_assumptions()
    {
        Library.Scenarios.Select(scenario => scenario.Id).ShouldBe(Enumerable.Range(0, 10).Select(number => $"SC{number}"));
        Library.Scenarios.ShouldAllBe(scenario => scenario.Title.Length > 0 && scenario.Source.Length > 0 && scenario.Status == "INF");
        Library.Scenarios.Skip(1).ShouldAllBe(scenario => scenario.HistoricalAnalogue.Length > 0 && scenario.Events.Count + scenario.Anchors.Count == 1);
        Library.Find("SC0").ToScenario().IsBaseline.ShouldBeTrue();
        Library.ToTable().RowCount.ShouldBe(10);
    }

    [Fact]
    public void The_numbers_are_those_of_the_framework()
    {
        Library.Find("SC1").Events.ShouldHaveSingleItem().ShouldBe(new DemandPath { Growth = 1.08, GrowthQuarters = 20, Collapse = 0.4, CollapseQuarters = 8 });
        Library.Find("SC5").Events.ShouldHaveSingleItem().ShouldBe(new PowerCrisis { Uptime = 0.7, Quarters = 8 });
        Library.Find("SC6").Events.ShouldHaveSingleItem().ShouldBe(new SkilledEmigration { Share = 0.2, Quarters = 4 });
        Library.Find("SC7").Events.ShouldHaveSingleItem().ShouldBe(new ClosureOfTies { OutsideLost = 0.5, Homophily = 2 });
        Library.Find("SC8").Events.ShouldHaveSingleItem().ShouldBe(new TechnologyJump { Frontier = 1.3, LeastEffort = 3 });
        Library.Find("SC9").Events.ShouldHaveSingleItem().ShouldBe(new Dispersal { Share = 0.3 });
        Library.Find("SC2").Events.ShouldHaveSingleItem().ShouldBeOfType<QualityShock>().Kept.ShouldBe(0.5);
        Library.Find("SC4").Anchors.ShouldHaveSingleItem().Firm.CapabilityQuantile.ShouldBe(0.99);
    }

    [Fact]
    public void Every_problem_of_a_file_is_told_at_once_with_its_path()
    {
        const string Text = """
            { "version": "1", "status": "INF", "colour": "red", "scenarios": [
              { "id": "A", "title": "one", "historical_analogue": "", "source": "s", "events": [ { "kind": "flood" } ] },
              { "id": "A", "title": 5, "historical_analogue": "", "source": "s", "events": [
                { "kind": "power_crisis", "uptime": 1.7, "quarters": "eight", "start": -1 },
                { "kind": "dispersal", "part": 0.3 } ] },
              { "title": "two", "events": {} },
              7 ] }
            """;

        StudyException error = Should.Throw<StudyException>(() => ScenarioLibrary.Read(Text, "mine.json"));

        string[] problems = [.. error.Problems.Select(problem => $"{problem.Column}: {problem.Code}: {problem.Expected}: {problem.Found}")];
        problems.ShouldContain("$.colour: unknown-key: one of scenarios, status, version: colour");
        problems.ShouldContain(problem => problem.StartsWith("$.scenarios[0].events[0].kind: unknown-kind: one of anchor_firm, closure_of_ties") && problem.EndsWith(": flood"));
        problems.ShouldContain("$.scenarios[1].title: wrong-type: a text: 5");
        problems.ShouldContain("$.scenarios[1].events[0].uptime: out-of-range: a number from 1E-06 to 1: 1.7");
        problems.ShouldContain("$.scenarios[1].events[0].quarters: out-of-range: a whole number from 1 to 100000: \"eight\"");
        problems.ShouldContain("$.scenarios[1].events[0].start: out-of-range: a whole number from 0 to 100000: -1");
        problems.ShouldContain("$.scenarios[1].events[1].part: unknown-key: one of kind, share, start: part");
        problems.ShouldContain("$.scenarios[1].id: duplicate-id: an id of its own: A");
        problems.ShouldContain("$.scenarios[2].id: missing-key: id: nothing");
        problems.ShouldContain("$.scenarios[2].events: wrong-type: a list: {}");
        problems.ShouldContain("$.scenarios[3]: wrong-type: an object: 7");
        error.Problems.ShouldAllBe(problem => problem.File == "mine.json");
    }

    [Theory]
    [InlineData("", "a JSON text")]
    [InlineData("{ \"version\": ", "a JSON text")]
    [InlineData("[]", "an object")]
    public void What_is_no_library_is_refused(string text, string expected) =>
        Should.Throw<StudyException>(() => ScenarioLibrary.Read(text, "mine.json")).Problems[0].Expected.ShouldBe(expected);

    [Fact]
    public void An_unknown_scenario_is_refused_by_name() =>
        Should.Throw<ArgumentException>(() => Library.Find("SC77")).Message.ShouldContain("There is no scenario SC77; there are SC0, SC1");
}
