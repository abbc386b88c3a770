using CsCheck;
using Karkhana.Core.Execution;
using Karkhana.Methods.Psychometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Psychometrics;

public sealed class ProductionComplexityTests
{
    private static readonly (string Process, double[] Points)[] Judged =
        [("bending", [2, 3, 2]), ("turning", [4, 5, 5]), ("casting", [7, 6, 8]), ("heat treatment", [9, 9, 10])];

    private static readonly ProductionComplexityOptions Plain = new() { Replicates = 0 };

    [Fact]
    public void Three_firms_are_worked_out_by_hand()
    {
        // Medians 2, 5, 7, 9: 23 in all. The third firm casts, but below standard.
        ProductionComplexityResult result = Estimate(
            Judged, [("a", "bending", 1), ("a", "turning", 1), ("b", "heat treatment", 1), ("b", "bending", 1), ("c", "bending", 1), ("c", "casting", 0)], Plain);

        result.Processes.Select(process => process.Points).ShouldBe([2, 5, 7, 9]);
        result.Firms.Select(firm => firm.Sum).ShouldBe([7, 11, 2]);
        result.Firms.Select(firm => firm.Frontier).ShouldBe([5, 9, 2]);
        Bits.Close(result.Firms.Select(firm => firm.Index).ToArray(), [7 / 23.0, 11 / 23.0, 2 / 23.0], relative: 1e-15).ShouldBeTrue();
        Bits.Close(result.Firms.Select(firm => firm.FrontierIndex).ToArray(), [5 / 9.0, 1, 2 / 9.0], relative: 1e-15).ShouldBeTrue();
        result.Firms.ShouldAllBe(firm => double.IsNaN(firm.Low));
        result.PointsAreReliable.ShouldBeTrue();
        result.Agreement.Alpha.ShouldBe(KrippendorffAlpha.Estimate(
            new RaterTable(["e1", "e2", "e3"], [[2, 4, 7, 9], [3, 5, 6, 9], [2, 5, 8, 10]]), cancellationToken: TestContext.Current.CancellationToken).Alpha);
    }

    [Fact]
    public void Dimensions_of_a_process_are_averaged_and_a_process_counts_once()
    {
        ProductionComplexityResult result = Estimate(
            [("bending", [2, 3, 2]), ("bending", [4, 4, 5]), ("casting", [7, 6, 8])], [("a", "bending", 1), ("a", "bending", 1), ("a", "bending", 0)], Plain);

        result.Processes.Select(process => process.Points).ShouldBe([3, 7]);
        result.Firms.ShouldHaveSingleItem().Sum.ShouldBe(3);
        result.Processes[0].Most.ShouldBe(5);
    }

    [Fact]
    public void A_firm_with_nothing_at_standard_stays_with_zero()
    {
        ProductionComplexityResult result = Estimate(Judged, [("a", "casting", 0), ("b", "casting", double.NaN)], Plain);

        result.Firms.ShouldAllBe(firm => firm.Sum == 0 && firm.Frontier == 0 && firm.Processes == 0);
        result.Notes.ShouldHaveSingleItem().Code.ShouldBe("unknown-standard");
    }

    [Fact]
    public void Experts_who_disagree_or_are_too_few_are_noted()
    {
        ProductionComplexityResult result = Estimate(
            [("bending", [1, 9, 5]), ("turning", [9, 1, double.NaN]), ("casting", [5, 5, 1])], [("a", "casting", 1)], Plain);

        result.PointsAreReliable.ShouldBeFalse();
        result.Notes.Select(note => note.Code).ShouldBe(["experts-disagree", "few-experts"]);
        result.Notes[1].Text.ShouldContain("turning");
        result.Processes[1].Experts.ShouldBe(2);
    }

    [Fact]
    public void Mastering_one_more_process_never_lowers_the_index_and_all_is_one() => Gen.Int[0, 1].Array[4].Sample(held =>
    {
        (string, string, double)[] own = [.. held.Select((has, p) => ("a", Judged[p].Process, (double)has))];
        FirmComplexity firm = Estimate(Judged, own, Plain).Firms[0];
        FirmComplexity all = Estimate(Judged, [.. own.Select(row => (row.Item1, row.Item2, 1.0))], Plain).Firms[0];
        return firm.Index <= all.Index && firm.FrontierIndex <= all.FrontierIndex && all.Index == 1 && all.FrontierIndex == 1;
    });

    [Fact]
    public void Intervals_hold_the_index_and_do_not_depend_on_the_workers()
    {
        (string, string, double)[] firms = [("a", "bending", 1), ("a", "casting", 1), ("b", "turning", 1)];
        ProductionComplexityOptions options = new() { Replicates = 300 };
        ProductionComplexityResult one = Estimate(Judged, firms, options, workers: 1);
        ProductionComplexityResult four = Estimate(Judged, firms, options, workers: 4);

        Bits.Same([.. one.Firms.SelectMany(firm => new[] { firm.Low, firm.High })], [.. four.Firms.SelectMany(firm => new[] { firm.Low, firm.High })]).ShouldBeTrue();
        one.Firms.ShouldAllBe(firm => firm.Low <= firm.Index && firm.Index <= firm.High && firm.Low < firm.High);
        one.Agreement.Low.ShouldBeLessThan(one.Agreement.Alpha);
        one.Provenance.Seed.ShouldBe(2003UL);
    }

    [Fact]
    public void Experts_who_say_the_same_leave_nothing_open()
    {
        FirmComplexity firm = Estimate([("bending", [2, 2, 2]), ("casting", [7, 7, 7])], [("a", "bending", 1)], new() { Replicates = 50 }).Firms[0];

        (firm.Low, firm.Index, firm.High).ShouldBe((2 / 9.0, 2 / 9.0, 2 / 9.0));
    }

    [Fact]
    public void Wrong_input_is_refused()
    {
        Should.Throw<ArgumentException>(() => Estimate([("bending", [2, 11])], [])).Message.ShouldContain("row 1 was 11");
        Should.Throw<ArgumentException>(() => Estimate([("bending", [0, 2])], []));
        Should.Throw<ArgumentException>(() => Estimate([("bending", [2])], [])).Message.ShouldContain("two experts; it had 1");
        Should.Throw<ArgumentException>(() => Estimate(Judged, [("a", "welding", 1)])).Message.ShouldContain("welding is not");
        Should.Throw<ArgumentException>(() => Estimate([.. Judged, ("welding", [double.NaN, double.NaN, double.NaN])], [])).Message.ShouldContain("welding has none");
        Should.Throw<ArgumentException>(() => Estimate(Judged, [("a", "casting", 2)])).Message.ShouldContain("it was 2");
        Should.Throw<ArgumentOutOfRangeException>(() => new ProductionComplexityOptions { LeastExperts = 1 });
    }

    private static ProductionComplexityResult Estimate(
        (string Process, double[] Points)[] judged, (string Firm, string Process, double Standard)[] firms, ProductionComplexityOptions? options = null, int workers = 1) =>
        ProductionComplexity.Estimate(
            new ProductionProcesses(
                [.. judged.Select(row => row.Process)],
                new RaterTable(
                    [.. judged[0].Points.Select((_, e) => $"e{e}")],
                    [.. judged[0].Points.Select((_, e) => judged.Select(row => row.Points[e]).ToArray())]),
                [.. firms.Select(row => row.Firm)],
                [.. firms.Select(row => row.Process)],
                [.. firms.Select(row => row.Standard)]),
            options,
            new ExecutionOptions { Workers = workers },
            TestContext.Current.CancellationToken);
}
