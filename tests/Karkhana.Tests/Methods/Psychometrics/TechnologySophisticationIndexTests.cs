using CsCheck;
using Karkhana.Methods.Psychometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Psychometrics;

public sealed class TechnologySophisticationIndexTests
{
    [Fact]
    public void Three_functions_have_the_index_of_the_framework()
    {
        TechnologySophisticationIndexResult result = Estimate((3, 5), (4, 6), (1, 4));

        Bits.Close(result.Estimates, [3, 3.4, 1], relative: 1e-15).ShouldBeTrue();
        result.Index.ShouldBe(7.4 / 3, tolerance: 1e-15);
    }

    [Fact]
    public void What_does_not_apply_does_not_count()
    {
        TechnologySophisticationIndexResult result = Estimate((3, 5), (double.NaN, 5), (1, 1));

        result.Estimates.ShouldBe([3, double.NaN, double.NaN]);
        result.Index.ShouldBe(3);
        Estimate((double.NaN, 4)).Index.ShouldBe(double.NaN);
        Estimate().Index.ShouldBe(double.NaN);
    }

    [Fact]
    public void The_index_runs_from_one_to_five_and_rises_with_the_rank() => Gen.Select(Gen.Int[2, 9], Gen.Int[1, 8]).Where((levels, rank) => rank < levels)
        .Sample((levels, rank) =>
        {
            double here = Estimate((rank, levels)).Index;
            double above = Estimate((rank + 1, levels)).Index;
            return here >= 1 && above <= 5 && above > here
                && Estimate((1, levels)).Index == 1 && Estimate((levels, levels)).Index == 5;
        });

    [Fact]
    public void Wrong_input_is_refused()
    {
        Should.Throw<ArgumentException>(() => Estimate((6, 5))).Message.ShouldContain("between 1 and 5");
        Should.Throw<ArgumentException>(() => Estimate((0, 5)));
        Should.Throw<ArgumentException>(() => Estimate((1, 0)));
        Should.Throw<ArgumentException>(() => Estimate((1, 2.5))).Message.ShouldContain("whole numbers");
        Should.Throw<ArgumentException>(() => TechnologySophisticationIndex.Estimate(
            new TechnologyRanks(["a"], [1, 2], [3]), cancellationToken: TestContext.Current.CancellationToken));
    }

    private static TechnologySophisticationIndexResult Estimate(params (double Rank, double Levels)[] functions) => TechnologySophisticationIndex.Estimate(
        new TechnologyRanks(
            [.. functions.Select((_, f) => $"f{f}")], [.. functions.Select(function => function.Rank)], [.. functions.Select(function => function.Levels)]),
        cancellationToken: TestContext.Current.CancellationToken);
}
