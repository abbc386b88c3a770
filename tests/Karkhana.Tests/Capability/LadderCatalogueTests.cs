using Karkhana.Capability;
using Karkhana.Core.Errors;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Capability;

public sealed class LadderCatalogueTests
{
    private static readonly LadderCatalogue Shipped = LadderCatalogue.Default();

    [Fact]
    public void Five_ladders_ship()
    {
        Shipped.Ladders.Select(ladder => ladder.Id).ShouldBe(["lall", "bell_pavitt", "figueiredo", "dahlman", "westphal_thailand"]);
        Shipped.Ladders.Select(ladder => ladder.Levels.Count).ShouldBe([3, 4, 7, 3, 3]);
        Shipped.Ladders.Select(ladder => ladder.Functions.Count).ShouldBe([6, 6, 5, 3, 4]);
        Shipped.Ladders.ShouldAllBe(ladder => ladder.Status.Contains("own words") || ladder.Status.Contains("reconstruction"));
    }

    [Fact]
    public void The_matrix_of_Lall_has_sixteen_cells_and_the_items_of_the_framework()
    {
        LadderDefinition lall = Shipped.Find("lall").ShouldNotBeNull();

        lall.Cells.Count.ShouldBe(16);
        lall.Functions.Select(function => function.Id).ShouldBe(Enum.GetValues<LallFunction>().Select(function => Karkhana.Core.Tables.Words.Of(function)));
        ItemsAt(lall, "basic").ShouldBe(["C03", "C05", "C06", "C09", "C14"]);
        ItemsAt(lall, "intermediate").ShouldBe(["C01", "C02", "C04", "C07", "C08", "C10", "C11", "C15", "C16", "C17", "C19"]);
        ItemsAt(lall, "advanced").ShouldBe(["C12", "C13", "C18", "C20"]);
        lall.Anchors.Where(anchor => anchor.PassScore == 3).Select(anchor => anchor.Item).ShouldBe(["C13", "C18"]);
        lall.CellsWithoutAnchor().Select(cell => $"{cell.Function} {cell.Level}").ShouldBe(
            ["pre_investment basic", "project_execution advanced", "process advanced", "linkages basic"]);
    }

    [Fact]
    public void Every_item_of_the_bank_stands_in_every_ladder_but_that_for_plants() => Shipped.Ladders
        .Where(ladder => ladder.Id != "figueiredo")
        .ShouldAllBe(ladder => ladder.Anchors.Select(anchor => anchor.Item).Distinct().Count() == 20);

    [Fact]
    public void What_is_written_can_be_read_back_and_edited()
    {
        LadderCatalogue again = LadderCatalogue.Parse(Shipped.ToJson(), "own.json");

        again.ToJson().ShouldBe(Shipped.ToJson());
        again.Find("dahlman")!.Anchors.ShouldBe(Shipped.Find("dahlman")!.Anchors);
        again.Find("none").ShouldBeNull();
    }

    [Fact]
    public void All_contradictions_are_told_at_once()
    {
        string json = """
            {"version": "1", "status": "test", "ladders": [
              {"id": "Own ladder", "title": "t", "source": "s", "status": "own words",
               "functions": [{"id": "f", "name": "F"}, {"id": "f", "name": "G"}],
               "levels": [{"id": "low", "name": "Low", "meaning": "m"}],
               "cells": [{"function": "g", "level": "low", "content": "c"}, {"function": "f", "level": "low", "content": " "}],
               "anchors": [{"item": "C01", "function": "f", "level": "high"}, {"item": "", "function": "f", "level": "low", "pass_score": 4}]},
              {"id": "b", "title": "t", "source": "s", "status": "own words", "functions": [], "levels": [], "cells": [], "anchors": []},
              {"id": "b", "title": "t", "source": "s", "status": "own words", "functions": [], "levels": [], "cells": [], "anchors": []}]}
            """;

        IReadOnlyList<DataProblem> problems = Should.Throw<StudyException>(() => LadderCatalogue.Parse(json, "own.json")).Problems;

        problems.ShouldAllBe(problem => problem.Code == "wrong-ladder" && problem.File == "own.json");
        string[] found = [.. problems.Select(problem => problem.Found)];
        found.ShouldContain("\"Own ladder\"");
        found.ShouldContain("f 2 times");
        found.ShouldContain("b 2 times");
        found.ShouldContain("g at low");
        found.ShouldContain("nothing for f at low");
        found.ShouldContain("C01 for f at high");
        found.ShouldContain("none for f at low");
        found.ShouldContain("4 for ");
        problems.Count(problem => problem.Expected == "at least one function").ShouldBe(2);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("""{"version": "1", "status": "s"}""")]
    [InlineData("""{"version": "1", "status": null, "ladders": []}""")]
    [InlineData("""{"version": "1", "status": "s", "ladders": [], "more": 1}""")]
    public void What_is_no_catalogue_is_refused_with_one_problem(string json) =>
        Should.Throw<StudyException>(() => LadderCatalogue.Parse(json, "own.json")).Problems.ShouldHaveSingleItem().Code.ShouldBe("malformed-ladders");

    [Theory]
    [InlineData("""{"version": "1", "status": "s", "ladders": []}""")]
    [InlineData("""{"version": "1", "status": "s", "ladders": [null]}""")]
    [InlineData("""{"version": "1", "status": "s", "ladders": [{"id": "b", "title": "t", "source": "s", "status": "x", "functions": [null], "levels": [], "cells": [], "anchors": []}]}""")]
    public void Nothing_and_null_are_told_and_never_stumbled_over(string json) =>
        Should.Throw<StudyException>(() => LadderCatalogue.Parse(json, "own.json")).Problems.ShouldHaveSingleItem().Code.ShouldBe("wrong-ladder");

    [Fact]
    public void A_ladder_is_a_table_that_people_can_read()
    {
        LadderDefinition dahlman = Shipped.Find("dahlman")!;

        dahlman.ToTable().Name.ShouldBe("ladder_dahlman");
        dahlman.ToTable().RowCount.ShouldBe(9);
        dahlman.ToTable().Texts("items").ShouldContain("C13 (3), C18 (3)");
    }

    [Fact]
    public void Ladders_of_three_levels_map_to_Lall_without_a_reversal()
    {
        LadderDefinition lall = Shipped.Find("lall")!;

        LadderMapping.Reversals(Shipped.Find("dahlman")!, lall).ShouldBeEmpty();
        LadderMapping.Reversals(Shipped.Find("westphal_thailand")!, lall).ShouldBeEmpty();
        LadderMapping.Reversals(Shipped.Find("bell_pavitt")!, lall).ShouldBeEmpty();
        LadderMapping.SharedItems(Shipped.Find("dahlman")!, lall).Count.ShouldBe(20);
    }

    [Fact]
    public void An_item_put_out_of_order_is_a_reversal()
    {
        LadderDefinition lall = Shipped.Find("lall")!;
        LadderDefinition dahlman = Shipped.Find("dahlman")!;
        LadderDefinition wrong = dahlman with
        {
            Anchors = [.. dahlman.Anchors.Select(anchor => anchor.Item == "C12" ? anchor with { Level = "present" } : anchor)],
        };

        LadderMapping.Reversals(wrong, lall).ShouldBe([]);
        LadderMapping.Reversals(
            wrong with { Anchors = [.. wrong.Anchors.Select(anchor => anchor.Item == "C10" ? anchor with { Level = "partial" } : anchor)] }, lall)
            .ShouldBe([new LadderReversal("innovation", "C12", "C10")]);
    }

    private static string[] ItemsAt(LadderDefinition ladder, string level) =>
        [.. ladder.Anchors.Where(anchor => anchor.Level == level).Select(anchor => anchor.Item)];
}
