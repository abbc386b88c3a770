using CsCheck;
using Karkhana.Methods.Concentration;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Concentration;

public sealed class EntryExitTests
{
    private static readonly string[] Regions = ["a", "a", "b", "b"];
    private static readonly string[] Industries = ["x", "y", "x", "y"];

    [Fact]
    public void Two_regions_that_change_their_trades_enter_and_leave()
    {
        EntryExitResult result = Estimate([3, 1, 1, 3], [1, 3, 3, 1]);

        Bits.Same(result.Entry, [double.NaN, 1, 1, double.NaN]).ShouldBeTrue();
        Bits.Same(result.Exit, [1, double.NaN, double.NaN, 1]).ShouldBeTrue();
        Bits.Close(result.Growth, [-200.0 / 3, 200, 200, -200.0 / 3], relative: 1e-14).ShouldBeTrue();
        result.Notes.ShouldBeEmpty();
    }

    [Fact]
    public void What_stays_has_zeros()
    {
        EntryExitResult result = Estimate([3, 1, 1, 3], [6, 2, 2, 6]);

        Bits.Same(result.Entry, [double.NaN, 0, 0, double.NaN]).ShouldBeTrue();
        Bits.Same(result.Exit, [0, double.NaN, double.NaN, 0]).ShouldBeTrue();
        result.Growth.ShouldAllBe(growth => growth == 100);
    }

    [Fact]
    public void Growth_from_nothing_is_infinite_or_not_defined_and_noted()
    {
        EntryExitResult result = Estimate([3, 0, 0, 3], [3, 1, 0, 3]);

        Bits.Same(result.Growth, [0, double.PositiveInfinity, double.NaN, 0]).ShouldBeTrue();
        result.Notes.Single().Text.ShouldContain("start: 2.");
    }

    [Fact]
    public void Entry_and_exit_are_those_of_the_two_tables_of_advantages() => Gen.Select(Cells, Cells).Sample((start, end) =>
    {
        EntryExitResult result = Estimate(start, end);
        IReadOnlyList<bool> before = Marks(start);
        IReadOnlyList<bool> after = Marks(end);
        return Bits.Same(result.Entry, [.. before.Zip(after, (b, a) => b ? double.NaN : a ? 1.0 : 0.0)])
            && Bits.Same(result.Exit, [.. before.Zip(after, (b, a) => b ? a ? 0.0 : 1.0 : double.NaN)])
            && Bits.Same(result.Entry, Estimate(start, [.. end.Select(value => value * 3)]).Entry);
    });

    [Fact]
    public void Tables_of_different_regions_or_industries_are_refused()
    {
        ActivityTable two = ActivityTable.Of(Regions, Industries, [1, 2, 3, 4]);
        Should.Throw<ArgumentException>(() => Compare(two, ActivityTable.Of(["a", "a"], ["x", "y"], [1, 1])))
            .Message.ShouldContain("every region of the start; b was missing");
        Should.Throw<ArgumentException>(() => Compare(ActivityTable.Of(["a", "b"], ["x", "x"], [1, 1]), two))
            .Message.ShouldContain("every industry of the end; y was missing");
        Should.Throw<ArgumentException>(() => Compare(null!, two));
    }

    private static readonly Gen<double[]> Cells = Gen.Int[0, 9].Select(value => (double)value).Array[4];

    private static IReadOnlyList<bool> Marks(double[] values) => RevealedComparativeAdvantage.Estimate(
        ActivityTable.Of(Regions, Industries, values), cancellationToken: TestContext.Current.CancellationToken).Values;

    private static EntryExitResult Estimate(double[] start, double[] end) =>
        Compare(ActivityTable.Of(Regions, Industries, start), ActivityTable.Of(Regions, Industries, end));

    private static EntryExitResult Compare(ActivityTable start, ActivityTable end) =>
        EntryExit.Estimate(new ActivityPeriods(start, end), cancellationToken: TestContext.Current.CancellationToken);
}
