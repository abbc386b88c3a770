using Karkhana.Core.Execution;
using Karkhana.Core.Inference;
using Karkhana.Core.Randomness;
using Karkhana.Methods.Spatial;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Spatial;

public sealed class RegisterScanTests
{
    private static readonly double[] Distances = [0, 50, 100, 200, 300, 450];

    [Fact]
    public void Curves_bands_and_p_values_are_those_of_direct_sums_over_the_same_draws()
    {
        PointPattern points = Register(90, ["a", "b", "a", "c", "a", "b"]);

        RegisterScanResult result = Scan(points, new() { Distances = Distances, Replicates = 39, LeastPoints = 15 });

        foreach (ScanFinding finding in result.Findings)
        {
            int[] members = [.. Enumerable.Range(0, 90).Where(i => points.Types[i] == finding.Industry)];
            (double[] observed, double bandwidth) = Kd(points, members);
            double[][] drawn = [.. Enumerable.Range(0, 39).Select(s => Kd(points, Drawn(90, 45, s)[..members.Length]).Curve)];
            double scale = observed.Max();
            ScanCurve curve = finding.Curve!;
            finding.Points.ShouldBe(members.Length);
            finding.Bandwidth.ShouldBe(bandwidth, tolerance: 0.005 * bandwidth);
            for (int r = 0; r < Distances.Length; r++)
            {
                double[] column = [.. drawn.Select(simulated => simulated[r]).Order()];
                curve.Observed[r].ShouldBe(observed[r], tolerance: 0.004 * scale);
                curve.PointwiseLower[r].ShouldBe(Quantiles.Type7(column, 0.05), tolerance: 0.004 * scale);
                curve.PointwiseUpper[r].ShouldBe(Quantiles.Type7(column, 0.95), tolerance: 0.004 * scale);
            }

            // Of 39 curves at most one may cross a limit anywhere.
            drawn.Count(simulated => Crosses(simulated, curve.GlobalUpper, +1, 0.004 * scale)).ShouldBeLessThanOrEqualTo(1);
            drawn.Count(simulated => Crosses(simulated, curve.GlobalLower, -1, 0.004 * scale)).ShouldBeLessThanOrEqualTo(1);
            (finding.PValue * 40).ShouldBe(Math.Round(finding.PValue * 40), tolerance: 1e-9);
        }
    }

    [Fact]
    public void Three_points_give_the_density_of_the_framework_when_the_bandwidth_is_its_own()
    {
        // Distances 1, 2 and √5: sd 0.6583, quartiles 1.5 and 2.1180; h = 0.9 · 0.4612 · 3^(−1/5).
        PointPattern points = new() { X = [0, 1, 0, 50, 60], Y = [0, 0, 2, 50, 60], Types = ["a", "a", "a", "b", "b"] };
        double h = 0.9 * ((((2 + Math.Sqrt(5)) / 2) - 1.5) / 1.34) * Math.Pow(3, -0.2);

        ScanFinding finding = Scan(points, new() { Distances = [1, 2, 3], Replicates = 19, LeastPoints = 3 }).Find("a")!;

        double[] pairs = [1, 2, Math.Sqrt(5)];
        finding.Bandwidth.ShouldBe(h, tolerance: 0.02 * h);
        finding.Curve!.Observed[1].ShouldBe(pairs.Sum(d => Phi((2 - d) / h) + Phi((2 + d) / h)) / (3 * h), tolerance: 0.02);
    }

    [Fact]
    public void Draws_on_a_lattice_give_the_bands_of_all_pairs()
    {
        PointPattern points = Towns(900, ["a", "b", "a"]);
        double[] distances = [.. Enumerable.Range(0, 20).Select(k => 25.0 * k)];
        RegisterScanOptions options = new() { Distances = distances, Replicates = 19 };

        RegisterScanResult exact = Scan(points, options with { ExactUpTo = int.MaxValue });
        RegisterScanResult gridded = Scan(points, options with { ExactUpTo = 1 });

        foreach (ScanFinding finding in exact.Findings)
        {
            ScanFinding other = gridded.Find(finding.Industry)!;
            double scale = finding.Curve!.Observed.Max();
            finding.Method.ShouldBe(ScanMethod.Exact);
            other.Method.ShouldBe(ScanMethod.Gridded);
            Bits.Same(finding.Curve.Observed, other.Curve!.Observed).ShouldBeTrue();
            for (int r = 0; r < distances.Length; r++)
            {
                other.Curve.GlobalUpper[r].ShouldBe(finding.Curve.GlobalUpper[r], tolerance: 0.002 * scale);
                other.Curve.PointwiseLower[r].ShouldBe(finding.Curve.PointwiseLower[r], tolerance: 0.002 * scale);
            }
        }

        gridded.Notes.ShouldContain(note => note.Code == "gridded-draws");
    }

    [Fact]
    public void Looking_at_near_pairs_only_changes_no_bit()
    {
        // Two towns 100 km apart and 3 km of distances: most blocks are out of reach. Moved together, none is.
        PointPattern near = Towns(700, ["a", "b", "c"]);
        PointPattern far = near with { X = [.. near.X.Select((x, i) => i % 2 == 0 ? x : x + 131_072)] };
        RegisterScanOptions options = new() { Distances = [10, 50, 90], Replicates = 19 };

        ScanFinding finding = Scan(far, options).Find("a")!;

        int[] members = [.. Enumerable.Range(0, 700).Where(i => far.Types[i] == "a")];
        (double[] observed, _) = Kd(far, members, options.Distances);
        for (int r = 0; r < 3; r++)
        {
            finding.Curve!.Observed[r].ShouldBe(observed[r], tolerance: 0.004 * observed.Max());
        }
    }

    [Fact]
    public void Distances_up_to_the_median_one_are_taken_unless_given()
    {
        PointPattern points = Register(200, ["a", "b"]);
        double[] all = [.. Enumerable.Range(0, 200).SelectMany(i => Enumerable.Range(i + 1, 199 - i).Select(j => MFunctionTwin.Distance(points, i, j))).Order()];

        ScanCurve curve = Scan(points, new() { Replicates = 19 }).Find("a")!.Curve!;

        curve.Distances.Count.ShouldBe(60);
        curve.Distances[0].ShouldBe(0);
        curve.Distances[^1].ShouldBe(Quantiles.Type7(all, 0.5), tolerance: 1);
        double step = curve.Distances[1];
        (curve.Observed.Sum() * step).ShouldBe(0.5, tolerance: 0.1); // half of the pairs lie below the median
    }

    [Fact]
    public void Planted_clusters_are_found_by_both_statistics()
    {
        PointPattern points = Register(400, ["a", "b", "c", "d"]);
        points = points with { X = [.. points.X.Select((x, i) => points.Types[i] == "b" ? 500 + (x / 20) : x)] };
        points = points with { Y = [.. points.Y.Select((y, i) => points.Types[i] == "b" ? 500 + (y / 20) : y)] };

        RegisterScanResult result = Scan(points, new() { Statistic = ScanStatistic.Both, Replicates = 99, Radii = [50, 100, 200] });

        foreach (ScanStatistic statistic in (ScanStatistic[])[ScanStatistic.Kd, ScanStatistic.MFunction])
        {
            ScanFinding found = result.Find("b", statistic)!;
            found.Verdict.ShouldBe(ScanVerdict.Localised);
            found.PValue.ShouldBe(0.01, tolerance: 1e-12);
            found.PeakDistance.ShouldBeLessThanOrEqualTo(100);
            found.Curve!.Localisation.Max().ShouldBeGreaterThan(0);
            found.Curve.Dispersion.ShouldAllBe(index => index == 0);
        }

        result.ToTable().Texts("verdict").Count.ShouldBe(8);
        result.ToOutputs().All["kd"].Rows.ShouldBe(["a", "b", "c", "d"]);
    }

    [Fact]
    public void An_even_grid_of_one_industry_is_dispersed()
    {
        // Its distances up to 180 are all 168.
        PointPattern random = Register(300, ["b", "c"]);
        int[] places = [.. Enumerable.Range(0, 36)];
        PointPattern points = new()
        {
            X = [.. random.X, .. places.Select(i => 80 + (168.0 * (i % 6)))],
            Y = [.. random.Y, .. places.Select(i => 80 + (168.0 * (i / 6)))],
            Types = [.. random.Types, .. places.Select(_ => "a")],
        };

        ScanFinding finding = Scan(points, new() { Replicates = 99, Distances = [0, 30, 60, 90] }).Find("a")!;

        finding.Verdict.ShouldBe(ScanVerdict.Dispersed);
        finding.Deviation.ShouldBeLessThan(0);
    }

    [Fact]
    public void An_industry_without_pairs_within_reach_still_has_a_curve()
    {
        PointPattern near = Register(60, ["b", "c"]);
        PointPattern points = new()
        {
            X = [.. near.X, 0, 50_000, 100_000],
            Y = [.. near.Y, 0, 0, 0],
            Types = [.. near.Types, "a", "a", "a"],
        };

        ScanFinding finding = Scan(points, new() { Replicates = 39, Distances = [50, 100, 200], LeastPoints = 3 }).Find("a")!;

        finding.Curve!.Observed.ShouldBe([0, 0, 0]);
        finding.Verdict.ShouldNotBe(ScanVerdict.CannotTell);
        finding.Bandwidth.ShouldBe(0.9 * 400 / Math.Sqrt(12), tolerance: 1e-9);
    }

    [Fact]
    public void Under_the_null_one_industry_in_twenty_has_a_p_value_below_a_twentieth()
    {
        // 19 draws and a risk of 0.05: 1 in 20 in the long run; 200 industries in 50 registers, mean 10.
        int low = Enumerable.Range(0, 50).Sum(run => Scan(
                Register(48, ["a", "b", "c", "d"], run),
                new() { Distances = Distances, Replicates = 19, LeastPoints = 12, Seed = (ulong)run })
            .Findings.Count(finding => finding.PValue <= 0.05 + 1e-12));

        low.ShouldBeInRange(1, 24);
    }

    [Fact]
    public void One_worker_and_eight_give_the_same_bits()
    {
        PointPattern points = Towns(400, ["a", "b", "a", "c"]);
        RegisterScanOptions options = new() { Statistic = ScanStatistic.Both, Replicates = 19, ExactUpTo = 150 };

        Bits.Same(Numbers(Scan(points, options, workers: 1)), Numbers(Scan(points, options, workers: 8))).ShouldBeTrue();
    }

    [Fact]
    public void The_order_of_rows_changes_no_bit_of_an_observed_curve()
    {
        PointPattern points = Register(150, ["a", "b", "c"]);
        int[] turned = [.. Enumerable.Range(0, 150).Reverse()];
        PointPattern reversed = new()
        {
            X = Array.ConvertAll(turned, i => points.X[i]),
            Y = Array.ConvertAll(turned, i => points.Y[i]),
            Types = Array.ConvertAll(turned, i => points.Types[i]),
        };
        RegisterScanOptions options = new() { Distances = Distances, Replicates = 19 };

        Bits.Same(
            Scan(points, options).Find("b")!.Curve!.Observed, Scan(reversed, options).Find("b")!.Curve!.Observed).ShouldBeTrue();
    }

    [Fact]
    public void Degenerate_registers_have_a_defined_answer()
    {
        string[] types = [.. Enumerable.Range(0, 200).Select(i => i % 2 == 0 ? "a" : "b")];
        PointPattern spot = new() { X = new double[200], Y = new double[200], Types = types };

        RegisterScanResult onSpot = Scan(spot, new() { Statistic = ScanStatistic.Both, Replicates = 19, Radii = [0, 1] });
        onSpot.Findings.ShouldAllBe(finding => finding.Verdict == ScanVerdict.CannotTell);
        onSpot.Notes.ShouldContain(note => note.Code == "one-spot");
        Scan(spot with { Types = [.. types.Select(_ => "a")] }, new() { Replicates = 19 }).Findings
            .ShouldHaveSingleItem().Verdict.ShouldBe(ScanVerdict.TooFew);
        Scan(new() { X = [0, 1], Y = [0, 0], Types = ["a", "b"] }, new() { Replicates = 19 }).Findings
            .ShouldAllBe(finding => finding.Verdict == ScanVerdict.TooFew);
        PointPattern oneAway = spot with { X = [.. spot.X.Select((_, i) => i == 7 ? 100.0 : 0)] };
        RegisterScanResult nearly = Scan(oneAway, new() { Replicates = 19 });
        nearly.Findings.ShouldAllBe(finding => finding.Verdict != ScanVerdict.TooFew);
        nearly.Notes.ShouldContain(note => note.Code == "least-bandwidth");
    }

    [Fact]
    public void Bad_input_is_refused()
    {
        PointPattern good = Register(90, ["a", "b"]);
        Refused(() => Scan(good with { X = [.. good.X.Select((x, i) => i == 3 ? double.NaN : x)] }, new()));
        Refused(() => Scan(good with { Types = [] }, new()));
        Refused(() => Scan(good with { Types = ["a"] }, new()));
        Refused(() => Scan(good with { Weights = new double[90] }, new()));
        Refused(() => Scan(good, new() { Distances = [0] }));
        Refused(() => Scan(good, new() { Distances = [-1, 3] }));
        Refused(() => Scan(good, new() { Distances = [double.NaN, 3] }));
        Refused(() => Scan(good, new() { Statistic = ScanStatistic.MFunction, Radii = [-1] }));
        Refused(() => Scan(new() { X = [1], Y = [1], Types = ["a"] }, new()));
        Refused(() => new RegisterScanOptions { Replicates = 18 });
        Refused(() => new RegisterScanOptions { LeastPoints = 2 });
        Refused(() => new RegisterScanOptions { Alpha = 0 });
        Refused(() => new RegisterScanOptions { Steps = 1 });

        static void Refused(Func<object> call) => Should.Throw<ArgumentException>(() => call());
    }

    private static double Phi(double u) => Math.Exp(-u * u / 2) / Math.Sqrt(2 * Math.PI);

    private static bool Crosses(double[] curve, IReadOnlyList<double> limits, int side, double margin) =>
        curve.Zip(limits).Any(pair => side * (pair.First - pair.Second) > margin);

    private static int[] Drawn(int sites, int most, int replicate)
    {
        int[] order = [.. Enumerable.Range(0, sites)];
        new RandomStream(2003, RandomPurpose.NestedSites, replicate).ShuffleFront<int>(order, most);
        return order;
    }

    /// <summary>The density of the distances from its definition.</summary>
    private static (double[] Curve, double Bandwidth) Kd(PointPattern points, int[] members, IReadOnlyList<double>? at = null)
    {
        at ??= Distances;
        double[] pairs = [.. members.SelectMany((i, place) => members[..place].Select(j => MFunctionTwin.Distance(points, i, j)))];
        double[] near = [.. pairs.Where(d => d <= 2 * at.Max()).Order()];
        double mean = near.Average();
        double deviation = Math.Sqrt(near.Sum(d => (d - mean) * (d - mean)) / (near.Length - 1));
        double quartiles = Quantiles.Type7(near, 0.75) - Quantiles.Type7(near, 0.25);
        double h = 0.9 * Math.Min(deviation, quartiles / 1.34) * Math.Pow(near.Length, -0.2);
        return ([.. at.Select(r => pairs.Sum(d => Phi((r - d) / h) + Phi((r + d) / h)) / (h * pairs.Length))], h);
    }

    private static PointPattern Register(int count, string[] industries, int replicate = 0)
    {
        PointPattern points = Patterns.Uniform(count, each: 2, replicate);
        return points with { Types = [.. points.X.Select((_, i) => industries[i % industries.Length])] };
    }

    // Seven towns on a square of side 1000, several establishments on one spot.
    private static PointPattern Towns(int count, string[] industries)
    {
        RandomStream stream = new(23, RandomPurpose.Example, count);
        (double X, double Y)[] towns = [.. Enumerable.Range(0, 7).Select(_ => (1000 * stream.NextDouble(), 1000 * stream.NextDouble()))];
        (double X, double Y)[] sites = [.. Enumerable.Range(0, count).Select(
            i => (towns[i % 7].X + (30 * stream.NextGaussian()), towns[i % 7].Y + (30 * stream.NextGaussian())))];
        return new PointPattern
        {
            X = [.. sites.Select((site, i) => i % 5 == 0 ? sites[i / 2].X : site.X)],
            Y = [.. sites.Select((site, i) => i % 5 == 0 ? sites[i / 2].Y : site.Y)],
            Types = [.. sites.Select(_ => industries[stream.NextInt(industries.Length)])],
        };
    }

    private static double[] Numbers(RegisterScanResult result) =>
    [
        .. result.Findings.SelectMany(finding => (double[])[
            finding.PValue, finding.Bandwidth, finding.PeakDistance, .. finding.Curve!.Observed, .. finding.Curve.GlobalUpper, .. finding.Curve.PointwiseLower]),
    ];

    private static RegisterScanResult Scan(PointPattern points, RegisterScanOptions options, int workers = 2) => RegisterScan.Estimate(
        points, options, new ExecutionOptions { Workers = workers }, TestContext.Current.CancellationToken);
}
