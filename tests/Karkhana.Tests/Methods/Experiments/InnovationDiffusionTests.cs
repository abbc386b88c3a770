using CsCheck;
using Karkhana.Methods.Experiments;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Experiments;

public sealed class InnovationDiffusionTests
{
    private static readonly double[] Years = [0, 1, 2, 5, 10, 40];

    [Fact]
    public void Adoption_by_imitation_on_a_complete_graph_has_the_digits_of_the_framework() =>
        Estimate(DiffusionCurve.Logistic, new() { M = 1, A = 99, B = 0.5 }, [10]).Cumulative[0].ShouldBe(0.5998596, 5e-8);

    [Fact]
    public void Small_cases_are_worked_out_by_hand()
    {
        // Without copying Bass is m (1 − e^−pt); in steps 0, 20, 20 + (0.2 + 0.4·0.2)·80 = 42.4.
        Estimate(DiffusionCurve.Bass, new() { P = 0.2, Q = 0, M = 50 }, [5]).Cumulative[0].ShouldBe(50 * (1 - Math.Exp(-1)), 1e-12);
        Estimate(DiffusionCurve.BassDiscrete, new() { P = 0.2, Q = 0.4, M = 100 }, [2, 0, 1]).Cumulative.ShouldBe([42.4, 0, 20], 1e-12);
        Estimate(DiffusionCurve.Logistic, new() { M = 8, A = 3, B = 1 }, [0, Math.Log(3)]).Cumulative.ShouldBe([2, 4], 1e-14);
        Estimate(DiffusionCurve.Gompertz, new() { M = 8, A = 1, B = 1 }, [0]).Cumulative[0].ShouldBe(8 / Math.E, 1e-14);
    }

    [Fact]
    public void Bass_solves_its_equation() => Gen.Select(Gen.Double[0.001, 0.2], Gen.Double[0, 0.8], Gen.Double[0.1, 30]).Sample((p, q, t) =>
    {
        const double H = 1e-4;
        IReadOnlyList<double> n = Estimate(DiffusionCurve.Bass, new() { P = p, Q = q, M = 1 }, [t - H, t, t + H]).Cumulative;
        return Math.Abs(((n[2] - n[0]) / (2 * H)) - ((p + (q * n[1])) * (1 - n[1]))) < 1e-7;
    });

    [Fact]
    public void Curves_rise_from_the_start_to_the_ceiling_and_scale_with_it() =>
        Gen.Select(Gen.Double[0.01, 0.3], Gen.Double[0, 0.6], Gen.Double[1, 1000]).Sample((first, second, all) =>
        {
            foreach ((DiffusionCurve curve, DiffusionParameters given) in new (DiffusionCurve, DiffusionParameters)[]
            {
                (DiffusionCurve.Bass, new() { P = first, Q = second, M = all }),
                (DiffusionCurve.BassDiscrete, new() { P = first, Q = second, M = all }),
                (DiffusionCurve.Logistic, new() { A = 100 * first, B = second + 0.01, M = all }),
                (DiffusionCurve.Gompertz, new() { A = 10 * first, B = second + 0.01, M = all }),
            })
            {
                IReadOnlyList<double> path = Estimate(curve, given, Years).Cumulative;
                IReadOnlyList<double> unit = Estimate(curve, given with { M = 1 }, Years).Cumulative;
                path.Zip(path.Skip(1)).ShouldAllBe(pair => pair.Second >= pair.First);
                path.ShouldAllBe(value => value >= 0 && value <= all * (1 + 1e-12));
                Bits.Close([.. path.Select(value => value / all)], unit, relative: 1e-11).ShouldBeTrue();
            }
        });

    [Fact]
    public void Adoption_is_fastest_at_the_peak() => Gen.Select(Gen.Double[0.005, 0.05], Gen.Double[0.1, 0.6]).Sample((p, q) =>
    {
        DiffusionParameters given = new() { P = p, Q = q, M = 1 };
        double peak = Estimate(DiffusionCurve.Bass, given, [0]).PeakTime;
        double[] edges = [peak - 0.6, peak - 0.1, peak + 0.1, peak + 0.6];
        IReadOnlyList<double> n = Estimate(DiffusionCurve.Bass, given, [.. edges.Select(edge => Math.Max(0, edge))]).Cumulative;
        double middle = (n[2] - n[1]) / 0.2;
        return peak < 0.6 || (middle > (n[1] - n[0]) / 0.5 && middle > (n[3] - n[2]) / 0.5);
    });

    [Fact]
    public void A_curve_without_a_turn_has_its_peak_at_the_start_and_says_so()
    {
        InnovationDiffusionResult result = Estimate(DiffusionCurve.Bass, new() { P = 0.3, Q = 0.3, M = 1 }, [0]);

        result.PeakTime.ShouldBe(0);
        result.Notes.Select(note => note.Code).ShouldBe(["no-peak"]);
        Estimate(DiffusionCurve.BassDiscrete, new() { P = 0.1, Q = 0.3, M = 1 }, [3]).PeakTime.ShouldBe(double.NaN);
        Estimate(DiffusionCurve.Logistic, new() { A = 0.5, B = 1, M = 1 }, [3]).PeakTime.ShouldBe(-Math.Log(2), 1e-15);
    }

    [Fact]
    public void Wrong_calls_are_refused()
    {
        DiffusionParameters bass = new() { P = 0.03, Q = 0.38, M = 1 };

        Should.Throw<ArgumentException>(() => Estimate(DiffusionCurve.Bass, bass with { M = null }, Years)).Message.ShouldContain("m must be given");
        Should.Throw<ArgumentException>(() => Estimate(DiffusionCurve.Bass, bass with { A = 2 }, Years)).Message.ShouldContain("a must not be given");
        Should.Throw<ArgumentException>(() => Estimate(DiffusionCurve.Logistic, bass, Years)).Message.ShouldContain("p must not be given");
        Should.Throw<ArgumentException>(() => Estimate(DiffusionCurve.Gompertz, new() { M = 1, A = 0, B = 1 }, Years));
        Should.Throw<ArgumentException>(() => Estimate(DiffusionCurve.Bass, bass with { P = 0 }, Years));
        Should.Throw<ArgumentException>(() => Estimate(DiffusionCurve.Bass, bass with { Q = -0.1 }, Years));
        Should.Throw<ArgumentException>(() => Estimate(DiffusionCurve.BassDiscrete, bass with { Q = 0.98 }, Years)).Message.ShouldContain("1.01");
        Should.Throw<ArgumentException>(() => Estimate(DiffusionCurve.BassDiscrete, bass, [1.5])).Message.ShouldContain("1.5");
        Should.Throw<ArgumentException>(() => Estimate(DiffusionCurve.Bass, bass, [-1])).Message.ShouldContain("-1");
        Should.Throw<ArgumentException>(() => Estimate(DiffusionCurve.Bass, bass, []));
    }

    private static InnovationDiffusionResult Estimate(DiffusionCurve curve, DiffusionParameters parameters, double[] time) =>
        InnovationDiffusion.Estimate(
            new() { Curve = curve, Parameters = parameters, Time = time }, cancellationToken: TestContext.Current.CancellationToken);
}
