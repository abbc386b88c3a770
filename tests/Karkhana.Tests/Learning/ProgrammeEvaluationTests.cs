using Karkhana.Core.Execution;
using Karkhana.Core.Randomness;
using Karkhana.Learning;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Learning;

public sealed class ProgrammeEvaluationTests
{
    private const int Periods = 10;

    [Fact]
    public void A_planted_effect_is_found_where_near_firms_are_left_out_and_missed_where_they_are_not()
    {
        ProgrammeEvaluationResult result = Estimate(Panel(new Planted { Effect = 0.5, Spillover = 0.3 }));
        ArmEffect main = Arm(result, ProgrammeArm.TookPart);

        main.Low.ShouldBeLessThan(0.5);
        main.High.ShouldBeGreaterThan(0.5);
        main.Estimate.ShouldBe(0.5, tolerance: 0.1);
        Arm(result, ProgrammeArm.TookPartAllControls).Estimate.ShouldBeLessThan(main.Estimate - 0.05);
        main.Effects.BeforeAdoption.PValue.ShouldBeGreaterThan(0.05);
        result.EventStudy!.Effect.Estimates[0].ShouldBe(0.5, tolerance: 0.1);
        result.Decision.Allowed.ShouldBeTrue();
    }

    [Fact]
    public void Spillover_is_found_in_the_places_of_the_programme_and_near_it_and_not_beyond()
    {
        ProgrammeEvaluationResult result = Estimate(Panel(new Planted { Effect = 0.5, Spillover = 0.3 }));

        Arm(result, ProgrammeArm.UntreatedInPlace).Estimate.ShouldBe(0.3, tolerance: 0.1);
        ArmEffect[] bands = [.. result.Arms.Where(arm => arm.Arm == ProgrammeArm.DistanceBand)];
        bands.Select(band => (band.FromKilometres, band.ToKilometres)).ShouldBe([(0, 2), (2, 5), (5, 10)]);
        bands[0].Estimate.ShouldBe(0.3, tolerance: 0.1);
        bands[0].Low.ShouldBeGreaterThan(0);
        (bands[1].Low < 0 && bands[1].High > 0).ShouldBeTrue();
        (bands[2].Low < 0 && bands[2].High > 0).ShouldBeTrue();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    public void The_interval_holds_the_planted_effect_in_about_95_of_100_programmes(double effect)
    {
        int held = 0;
        for (ulong seed = 0; seed < 100; seed++)
        {
            ArmEffect main = Arm(
                Estimate(Panel(new Planted { Effect = effect, Spillover = 0.3, Seed = 1000 + seed }), new ProgrammeEvaluationOptions { Draws = 99, Bands = [] }),
                ProgrammeArm.TookPart);
            held += main.Low <= effect && main.High >= effect ? 1 : 0;
        }

        held.ShouldBeInRange(88, 100); // 95 and 3 standard errors of 2.2
    }

    [Fact]
    public void Trends_that_differ_before_the_start_are_said_and_the_bounds_widen_with_the_deviation()
    {
        ProgrammeEvaluationResult result = Estimate(Panel(new Planted { Effect = 0.5, Trend = 0.15 }));

        result.Notes.ShouldContain(note => note.Code == "trends-before");
        Arm(result, ProgrammeArm.TookPart).Effects.Bounds.Select(bound => bound.Deviation).ShouldBe([0, 0.5, 1, 2]);
        double[] widths = [.. Arm(result, ProgrammeArm.TookPart).Effects.Bounds.Select(bound => bound.High - bound.Low)];
        widths.ShouldBe(widths.Order());
        result.BoundsTable().RowCount.ShouldBe(4);
    }

    [Fact]
    public void Effects_by_time_since_the_start_follow_a_planted_rise()
    {
        ProgrammeEvaluationResult result = Estimate(Panel(new Planted { Effect = 0.2, Growth = 0.2, Firms = 400 }));
        ArmEffect main = Arm(result, ProgrammeArm.TookPart);

        for (int later = 0; later <= 3; later++)
        {
            int place = main.Effects.Periods.ToList().IndexOf(later);
            main.Effects.Coefficients.Estimates[place].ShouldBe(0.2 + (0.2 * later), tolerance: 0.12);
        }

        result.EventTimeTable().RowCount.ShouldBe(result.Arms.Sum(arm => arm.Effects.Periods.Count));
    }

    [Fact]
    public void Two_periods_before_the_start_and_a_comparison_group_are_asked_for()
    {
        ProgrammeEvaluationResult early = Estimate(Panel(new Planted { Effect = 0.5, FirstStart = 1 }));
        early.Decision.Allowed.ShouldBeFalse();
        early.Arms.ShouldBeEmpty();
        early.EventStudy.ShouldBeNull();
        early.Statement.ShouldBeEmpty();
        double.IsNaN(early.DetectableEffect).ShouldBeTrue();
        double.IsNaN(early.PowerAt(1)).ShouldBeTrue();
        early.Notes.ShouldHaveSingleItem().Text.ShouldContain("Found pre periods 1 of 2.");

        ProgrammePanel panel = Panel(new Planted { Effect = 0.5 });
        ProgrammeEvaluationResult alone = Estimate(panel with { ProgrammePlace = [.. panel.ProgrammePlace.Select(_ => true)] });
        alone.Controls.ShouldBe(0);
        alone.Arms.ShouldBeEmpty();
        alone.Notes.ShouldHaveSingleItem().Text.ShouldContain("Found comparison groups 0 of 1.");
        alone.ToTable().RowCount.ShouldBe(0);

        ProgrammeEvaluationResult nobody = Estimate(panel with { TreatedFrom = [.. panel.TreatedFrom.Select(_ => double.PositiveInfinity)] });
        nobody.Arms.ShouldBeEmpty();
    }

    [Fact]
    public void The_statement_names_the_design_and_never_says_that_it_worked()
    {
        string statement = Estimate(Panel(new Planted { Effect = 0.5 })).Statement;

        statement.ShouldStartWith("Taking part is estimated to change the outcome by 0.");
        statement.ShouldContain("design: staggered start, doubly robust differences of ");
        statement.ShouldNotContain("cause");
    }

    [Fact]
    public void The_smallest_detectable_effect_has_the_power_asked_for()
    {
        ProgrammeEvaluationResult result = Estimate(Panel(new Planted { Effect = 0.5 }));

        result.PowerAt(result.DetectableEffect).ShouldBe(0.8, tolerance: 1e-4);
        result.PowerAt(0).ShouldBe(0.05, tolerance: 1e-9);
        result.DetectableEffect.ShouldBe(2.801585 * Arm(result, ProgrammeArm.TookPart).StandardError, tolerance: 1e-5);
    }

    [Fact]
    public void Where_no_distance_is_known_it_is_said_and_there_are_no_bands()
    {
        ProgrammePanel panel = Panel(new Planted { Effect = 0.5 });
        ProgrammeEvaluationResult result = Estimate(panel with { Distance = [.. panel.Distance.Select(_ => double.NaN)] });

        result.Notes.Select(note => note.Code).ShouldContain("no-distances");
        result.Arms.ShouldNotContain(arm => arm.Arm == ProgrammeArm.DistanceBand);
        result.Notes.ShouldContain(note => note.Code == "arm-left-out" && note.Text.EndsWith("distance band."));
    }

    [Fact]
    public void The_order_of_rows_does_not_matter_beyond_rounding_and_workers_not_at_all()
    {
        ProgrammePanel panel = Panel(new Planted { Effect = 0.5, Firms = 80 });
        int[] order = [.. Enumerable.Range(0, panel.Rows).OrderBy(row => (row * 7919) % panel.Rows)];
        ProgrammePanel turned = panel with
        {
            Firm = [.. order.Select(row => panel.Firm[row])],
            Period = [.. order.Select(row => panel.Period[row])],
            Outcome = [.. order.Select(row => panel.Outcome[row])],
            TreatedFrom = [.. order.Select(row => panel.TreatedFrom[row])],
            Distance = [.. order.Select(row => panel.Distance[row])],
            ProgrammePlace = [.. order.Select(row => panel.ProgrammePlace[row])],
            Place = [.. order.Select(row => panel.Place[row])],
        };
        ProgrammeEvaluationResult one = Estimate(panel);

        Arm(Estimate(turned), ProgrammeArm.TookPart).Estimate.ShouldBe(Arm(one, ProgrammeArm.TookPart).Estimate, tolerance: 1e-10);
        ProgrammeEvaluationResult many = ProgrammeEvaluation.Estimate(panel, null, new ExecutionOptions { Workers = 3 }, TestContext.Current.CancellationToken);
        Bits.Same([.. many.Arms[0].Effects.Bounds.Select(bound => bound.ConfidenceLow)], [.. one.Arms[0].Effects.Bounds.Select(bound => bound.ConfidenceLow)]).ShouldBeTrue();
    }

    [Fact]
    public void Covariates_on_which_trends_hang_mend_the_comparison()
    {
        ProgrammePanel panel = Panel(new Planted { Effect = 0.5, TrendOfSize = 0.2, Firms = 400 });
        double[] size = SizeOf(panel);

        ArmEffect without = Arm(Estimate(panel), ProgrammeArm.TookPart);
        ArmEffect with = Arm(Estimate(panel with { Covariates = new Dictionary<string, IReadOnlyList<double>> { ["size"] = size } }), ProgrammeArm.TookPart);

        Math.Abs(with.Estimate - 0.5).ShouldBeLessThan(0.12);
        Math.Abs(without.Estimate - 0.5).ShouldBeGreaterThan(0.2);
    }

    [Fact]
    public void Panels_that_make_no_sense_are_refused()
    {
        ProgrammePanel panel = Panel(new Planted { Firms = 40 });
        void Refused(ProgrammePanel wrong, string message) => Should.Throw<ArgumentException>(() => Estimate(wrong)).Message.ShouldContain(message);

        Refused(panel with { Firm = [] }, "must have at least one row; it was empty");
        Refused(panel with { Outcome = [1] }, "Outcome must have 400 values; it had 1");
        Refused(panel with { Place = ["x"] }, "Place must have 400 values; it had 1");
        Refused(panel with { Distance = [.. panel.Distance.Select((value, row) => row == 3 ? -1 : value)] }, "must be 0 km or greater; row 4 had -1");
        Refused(panel with { TreatedFrom = [.. panel.TreatedFrom.Select((value, row) => row == 3 ? 99 : value)] }, "those of firm 0 differ between rows 1 and 4");
        Refused(panel with { Period = [.. panel.Period.Select((value, row) => row == 3 ? 0 : value)] }, "two rows of period 0");
        Should.Throw<ArgumentException>(() => new ProgrammeEvaluationOptions { Bands = [5, 2] }).Message.ShouldContain("must rise from above 0 km; 2 followed 5");
    }

    private static ArmEffect Arm(ProgrammeEvaluationResult result, ProgrammeArm arm) => result.Arms.Single(one => one.Arm == arm);

    private static ProgrammeEvaluationResult Estimate(ProgrammePanel panel, ProgrammeEvaluationOptions? options = null) =>
        ProgrammeEvaluation.Estimate(panel, options, null, TestContext.Current.CancellationToken);

    private static double[] SizeOf(ProgrammePanel panel) => [.. panel.Firm.Select(firm => Size(int.Parse(firm[5..], System.Globalization.CultureInfo.InvariantCulture)))];

    private static double Size(int firm) => (firm * 37 % 100 / 100.0) + (firm % 4 == 0 ? 0.4 : 0);

    // Of four firms the first takes part (in one of two cohorts, in the places with even numbers), the second lies beside it, the third 3 to 9 km off, the last far.
    private static ProgrammePanel Panel(Planted planted)
    {
        List<(string Firm, double Period, double Outcome, double From, double Distance, bool Programme, string Place)> rows = [];
        RandomStream stream = new(planted.Seed, RandomPurpose.SimulatedOutcomes, 0, 0);
        for (int firm = 0; firm < planted.Firms; firm++)
        {
            int kind = firm % 4;
            double start = planted.FirstStart + (firm / 4 % 2 * 2);
            double level = stream.NextGaussian();
            double distance = kind switch { 0 => 0, 1 => 0.5, 2 => 3 + (firm / 4 % 7), _ => 20 };
            string place = $"{(kind < 2 ? "programme" : "other")} {firm / 4 % 24}";
            for (int period = 0; period < Periods; period++)
            {
                double since = period - start;
                double outcome = level + (0.1 * period) + (0.3 * stream.NextGaussian()) + (planted.TrendOfSize * Size(firm) * period)
                    + (kind == 0 ? planted.Trend * period : 0)
                    + (since < 0 ? 0 : kind == 0 ? planted.Effect + (planted.Growth * since) : kind == 1 ? planted.Spillover : 0);
                rows.Add(($"firm {firm}", period, outcome, kind == 0 ? start : double.PositiveInfinity, distance, kind < 2, place));
            }
        }

        return new ProgrammePanel
        {
            Firm = [.. rows.Select(row => row.Firm)],
            Period = [.. rows.Select(row => row.Period)],
            Outcome = [.. rows.Select(row => row.Outcome)],
            TreatedFrom = [.. rows.Select(row => row.From)],
            Distance = [.. rows.Select(row => row.Distance)],
            ProgrammePlace = [.. rows.Select(row => row.Programme)],
            Place = [.. rows.Select(row => row.Place)],
        };
    }

    private sealed record Planted
    {
        public double Effect { get; init; }

        public double Growth { get; init; }

        public double Spillover { get; init; }

        public double Trend { get; init; }

        public double TrendOfSize { get; init; }

        public int FirstStart { get; init; } = 4;

        public int Firms { get; init; } = 240;

        public ulong Seed { get; init; } = 11;
    }
}
