using Karkhana.Agglomeration;
using Karkhana.Data.Studies;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Agglomeration;

public sealed class PlaceSettingsTests
{
    // Two towns of four other establishments each; makers stand in the first (clustered), in the second, 4 km beside the first, and far away.
    private static readonly FirmRegister Two = Register(
        [0, 100, 0, 100, 30_000, 30_100, 30_000, 30_100, 50, 60, 30_050, 4_000, 90_000],
        ["x", "x", "x", "x", "x", "x", "x", "x", "m", "m", "m", "m", "m"]);

    private static readonly int[] Makers = [8, 9, 10, 11, 12];
    private static readonly bool[] Clustered = [true, false, false, false, false];

    [Fact]
    public void Towns_of_the_industry_other_towns_and_the_countryside_are_told_apart() =>
        Estimate(Two).ShouldBe([PlaceSetting.Urban, PlaceSetting.Urban, PlaceSetting.OtherTown, PlaceSetting.Rural, PlaceSetting.Rural]);

    [Fact]
    public void What_the_register_says_wins_and_its_gaps_are_filled()
    {
        PlaceSetting?[] said = new PlaceSetting?[Two.Count];
        said[8] = PlaceSetting.Rural;

        Estimate(Two with { Settings = said }).ShouldBe(
            [PlaceSetting.Rural, PlaceSetting.Urban, PlaceSetting.OtherTown, PlaceSetting.Rural, PlaceSetting.Rural]);
    }

    [Fact]
    public void A_register_of_one_industry_shows_no_towns()
    {
        FirmRegister alone = Two with { Industries = [.. Two.Industries.Select(_ => "m")] };

        Estimate(alone).ShouldAllBe(setting => setting == null);
        Estimate(alone with { Settings = [.. Two.Ids.Select(_ => (PlaceSetting?)PlaceSetting.OtherTown)] }).ShouldAllBe(setting => setting == PlaceSetting.OtherTown);
    }

    [Fact]
    public void Closed_establishments_make_no_town()
    {
        double[] closed = [.. Enumerable.Range(0, Two.Count).Select(firm => firm is >= 4 and < 8 ? 2000 : double.NaN)];

        Estimate(Two with { Closed = closed })[2].ShouldBe(PlaceSetting.Rural);
    }

    [Fact]
    public void Wrong_calls_are_refused()
    {
        Should.Throw<ArgumentException>(() => PlaceSettings.Estimate(Two, Makers, [true]));
        Should.Throw<ArgumentException>(() => PlaceSettings.Estimate(Two, Makers, Clustered, townKilometres: 0));
    }

    private static PlaceSetting?[] Estimate(FirmRegister firms) => PlaceSettings.Estimate(firms, Makers, Clustered, leastNeighbours: 4);

    private static FirmRegister Register(double[] x, string[] industries) => new()
    {
        Ids = [.. x.Select((_, i) => $"F{i}")],
        Longitudes = x,
        Latitudes = x,
        X = x,
        Y = [.. x.Select(_ => 0.0)],
        Projection = "plane",
        Industries = industries,
    };
}
