using Karkhana.Agglomeration;
using Karkhana.Data.Studies;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Agglomeration;

public sealed class SwannPanelTests
{
    private static readonly FirmRegister Firms = new()
    {
        Ids = ["a", "b", "c", "d"],
        Longitudes = new double[4],
        Latitudes = new double[4],
        X = new double[4],
        Y = new double[4],
        Projection = "plane",
        Industries = ["m", "m", "m", "f"],
        Places = ["p", "p", "q", "p"],
    };

    private static readonly EmploymentPanel Panel = new(
        [
            new PanelRow(0, 2000, 10), new PanelRow(1, 2000, 4), new PanelRow(2, 2000, 7), new PanelRow(3, 2000, 20),
            new PanelRow(0, 2005, 12), new PanelRow(1, 2005, double.NaN), new PanelRow(2, 2005, 8), new PanelRow(3, 2005, 25),
            new PanelRow(0, 2010, 15), new PanelRow(1, 2010, 6), new PanelRow(2, 2010, 0),
        ],
        []);

    [Fact]
    public void Own_and_other_workers_are_those_of_the_year_before_without_the_firm() => SwannPanel.Estimate(Firms, Panel, [0, 1, 2]).ShouldBe(
        [
            new SwannPanelRow(0, 2005, 12, 4, 20), new SwannPanelRow(2, 2005, 8, 0, 0),
            new SwannPanelRow(0, 2010, 15, 0, 25), new SwannPanelRow(1, 2010, 6, 12, 25), // unknown in 2005: adds nothing, takes nothing off
        ]);

    [Fact]
    public void Only_firms_of_the_sample_have_rows_and_all_firms_count_around_them() =>
        SwannPanel.Estimate(Firms, Panel, [3]).ShouldBe([new SwannPanelRow(3, 2005, 25, 0, 14)]);

    [Fact]
    public void A_register_without_places_is_refused() =>
        Should.Throw<ArgumentException>(() => SwannPanel.Estimate(Firms with { Places = [] }, Panel, [0])).Message.ShouldContain("places");
}
