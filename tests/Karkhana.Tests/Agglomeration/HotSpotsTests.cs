using Karkhana.Agglomeration;
using Karkhana.Core.Execution;
using Karkhana.Core.Tables;
using Karkhana.Data.Studies;
using Karkhana.Methods.Spatial;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Agglomeration;

public sealed class HotSpotsTests
{
    private static readonly FirmRegister Towns = DelineationRegisters.TwoTowns;
    private static readonly HotSpotsOptions Quick = new() { Replicates = 1999, CellKilometres = 2 };

    [Theory]
    [InlineData(HotSpotValue.Count)]
    [InlineData(HotSpotValue.Excess)]
    public void Planted_towns_are_hot_and_the_rest_is_not(HotSpotValue value)
    {
        HotSpotsResult result = Estimate(Towns, Quick with { Value = value });

        HotSpotCell daska = result.Cells.MaxBy(cell => cell.Firms)!;
        daska.Class.ShouldBeOneOf(HotSpotClass.Hot95, HotSpotClass.Hot99);
        daska.Z.ShouldBeGreaterThan(3);
        daska.Centre.X.ShouldBe(10_000, tolerance: 2000);
        result.Cells.Count(cell => cell.Class is HotSpotClass.Hot99 or HotSpotClass.Hot95 or HotSpotClass.Hot90).ShouldBeLessThan(25);
        result.Cells.Where(cell => Math.Abs(cell.Centre.X - 25_000) < 8000).ShouldAllBe(cell => cell.Class >= HotSpotClass.NotSignificant && cell.Class != HotSpotClass.Hot99);
    }

    [Fact]
    public void Scattered_firms_make_no_hot_spot()
    {
        HotSpotsResult result = Estimate(DelineationRegisters.Scattered, Quick);

        result.Cells.ShouldAllBe(cell => cell.Class == HotSpotClass.NotSignificant || cell.Class == HotSpotClass.NotTested);
    }

    [Fact]
    public void Scores_are_those_of_local_g_and_local_moran_over_queen_neighbours()
    {
        // cells of 1 km: 3, 1, 0 forges in a row, 2 in a corner cell to the north-east of the last, one bakery each
        FirmRegister firms = SampleRegisters.Of(
            [100, 200, 300, 400, 1500, 1600, 2500, 3500, 3600, 3700], [500, 500, 500, 500, 500, 500, 500, 1500, 1500, 1500],
            ["forge", "forge", "forge", "bakery", "forge", "bakery", "bakery", "forge", "forge", "bakery"]);

        HotSpotsResult result = Estimate(firms, new() { CellKilometres = 1, Replicates = 99 });

        SpatialValues units = new SpatialValues([3, 1, 0, 2], SpatialWeights.Of(["a", "b", "c", "d"], [0, 1, 1, 2, 2, 3], [1, 0, 2, 1, 3, 2]));
        result.Cells.Select(cell => (cell.Column, cell.Row)).ShouldBe([(0, 0), (1, 0), (2, 0), (3, 1)]);
        result.Cells.Select(cell => cell.Firms).ShouldBe([3, 1, 0, 2]);
        result.Cells.Select(cell => cell.Establishments).ShouldBe([4, 2, 1, 3]);
        Bits.Same([.. result.Cells.Select(cell => cell.Z)], LocalG.Estimate(units, new() { IncludeSelf = true }, cancellationToken: TestContext.Current.CancellationToken).Estimates).ShouldBeTrue();
        Bits.Same([.. result.Cells.Select(cell => cell.LocalMoran)], LocalMoran.Estimate(units, cancellationToken: TestContext.Current.CancellationToken).Estimates).ShouldBeTrue();
    }

    [Fact]
    public void Small_counts_are_held_back_and_empty_cells_are_told()
    {
        HotSpotsResult result = Estimate(Towns, Quick);

        Table table = result.ToTable();
        for (int row = 0; row < table.RowCount; row++)
        {
            table.Numbers("n")[row].ShouldNotBeInRange(1, 4);
            table.Numbers("establishments")[row].ShouldNotBeInRange(1, 4);
            table.Texts("class")[row].ShouldNotBeNull();
            (result.Cells[row].Firms is > 0 and < 5).ShouldBe(double.IsNaN(table.Numbers("n")[row]));
        }

        result.Notes[0].Code.ShouldBe("empty-cells");
        result.Notes[0].Text.ShouldContain("25 by 10 cells of 2 km");
        result.Cells.Count.ShouldBeLessThan(250);
    }

    [Fact]
    public void The_cell_follows_from_the_area_and_classes_have_words()
    {
        Estimate(Towns, new() { Replicates = 19 }).CellMetres.ShouldBe(1250); // a town of 50 km: a fortieth of it
        FirmRegister many = DelineationRegisters.On([.. Enumerable.Range(0, 20_100).Select(i => (1500.0 * (i % 150), 1500.0 * (i / 150)))]);
        Estimate(many, new() { Replicates = 19 }).CellMetres.ShouldBe(3000); // 20,100 cells of 1.5 km hold establishments
        HotSpotsResult.Word(HotSpotClass.Hot95).ShouldBe("hot_95");
        HotSpotsResult.Word(HotSpotClass.NotTested).ShouldBe("not_tested");
        Enum.GetValues<HotSpotClass>().Select(HotSpotsResult.Word).ShouldBeUnique();
    }

    [Fact]
    public void One_worker_and_eight_give_the_same_bits()
    {
        double[][] p = [.. new[] { 1, 8 }.Select(workers => Estimate(Towns, Quick with { Replicates = 99 }, workers).Cells.Select(cell => cell.PValue).ToArray())];

        Bits.Same(p[0], p[1]).ShouldBeTrue();
    }

    [Fact]
    public void Maps_without_variation_are_not_tested()
    {
        HotSpotsResult spot = Estimate(DelineationRegisters.On([.. Enumerable.Repeat((700.0, 300.0), 30)]), Quick);
        spot.Cells.ShouldHaveSingleItem().Class.ShouldBe(HotSpotClass.NotTested);
        spot.Notes.Select(note => note.Code).ShouldContain("too-few-cells");

        HotSpotsResult empty = HotSpots.Estimate(Towns, [], Quick with { Value = HotSpotValue.Excess }, cancellationToken: TestContext.Current.CancellationToken);
        empty.Cells.ShouldAllBe(cell => cell.Class == HotSpotClass.NotTested && cell.Firms == 0);
        empty.Notes.Select(note => note.Code).ShouldContain("constant-values");
        HotSpots.Estimate(Towns with { Employment = [] }, [0, 1], Quick, cancellationToken: TestContext.Current.CancellationToken).Cells.Sum(cell => cell.Firms).ShouldBe(2);
    }

    [Fact]
    public void Bad_input_is_refused()
    {
        Should.Throw<ArgumentException>(() => new HotSpotsOptions { CellKilometres = 0 });
        Should.Throw<ArgumentException>(() => Estimate(Towns, new() { CellKilometres = 1e-9 })).Message.ShouldContain("CellKilometres");
        Should.Throw<ArgumentException>(() => Estimate(DelineationRegisters.On())).Message.ShouldContain("empty");
        Should.Throw<ArgumentNullException>(() => Estimate(null!));
    }

    private static HotSpotsResult Estimate(FirmRegister firms, HotSpotsOptions? options = null, int workers = 0) => HotSpots.Estimate(
        firms, firms is null ? [] : DelineationRegisters.Forges(firms), options, new ExecutionOptions { Workers = workers }, TestContext.Current.CancellationToken);
}
