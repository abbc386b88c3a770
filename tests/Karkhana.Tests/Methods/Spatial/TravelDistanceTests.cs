using System.Text.Json;
using Karkhana.Core.Measures;
using Karkhana.Methods.Spatial;
using Karkhana.Requests;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Spatial;

/// <summary>M, Kd and m over distances that a user brings.</summary>
public sealed class TravelDistanceTests
{
    /// <summary>Two pump makers and two others, with no use for their coordinates.</summary>
    private static readonly PointPattern Town = new() { X = [0, 0, 0, 0], Y = [0, 0, 0, 0], Types = ["pump", "pump", "other", "other"] };

    private static readonly TravelLinks Streets = new([0, 0, 0, 1, 1, 2], [1, 2, 3, 2, 3, 3], [5, 5, 12, 8, 8, 5]);

    /// <summary>The same streets, but the one from the first to the second pump maker is one-way.</summary>
    private static readonly TravelLinks OneWay = new(
        [.. Streets.From, .. Streets.To], [.. Streets.To, .. Streets.From], [.. Streets.Distances, 15, .. Streets.Distances.Skip(1)]);

    [Fact]
    public void A_one_way_street_changes_M_as_computed_by_hand()
    {
        MFunctionResult both = M(Town, Streets, new() { Distances = [6, 8], Reference = "pump" });
        MFunctionResult oneWay = M(Town, OneWay, new() { Distances = [6, 8], Reference = "pump", TravelDirected = true });

        // Within 6 the first has one of each kind, the second the first alone; within 8 the second has all. Global: 1/3 each.
        both.Values[0].ShouldBe((0.5 + 1) / (2 / 3.0), tolerance: 1e-15);
        both.Values[1].ShouldBe((0.5 + (1 / 3.0)) / (2 / 3.0), tolerance: 1e-15);
        // The second needs 15 to the first: nobody within 6, and the two others within 8.
        oneWay.Values[0].ShouldBe(0.5 / (1 / 3.0), tolerance: 1e-15);
        oneWay.Values[1].ShouldBe((0.5 + 0) / (2 / 3.0), tolerance: 1e-15);
        both.Notes.ShouldBeEmpty();
        both.Unit.ShouldBe("");
        oneWay.Provenance.Options.ShouldContain("travel_directed = True");
    }

    [Fact]
    public void A_symmetric_table_of_planar_distances_gives_Kd_and_bandwidth_of_the_coordinates_bit_for_bit()
    {
        PointPattern points = Patterns.Uniform(80, each: 3);
        foreach ((string? reference, string? neighbour) in ((string?, string?)[])[(null, null), ("case", null), ("case", "other")])
        {
            foreach (DistanceBandwidth rule in Enum.GetValues<DistanceBandwidth>())
            {
                KdFunctionOptions options = new() { Distances = [0, 50, 400], Reference = reference, Neighbour = neighbour, Bandwidth = rule };
                KdFunctionResult expected = Kd(points, null, options);

                foreach (bool directed in (bool[])[false, true])
                {
                    KdFunctionResult result = Kd(points, Planar(points, double.PositiveInfinity, directed), options with { TravelDirected = directed });

                    BitConverter.DoubleToInt64Bits(result.Bandwidth).ShouldBe(BitConverter.DoubleToInt64Bits(expected.Bandwidth));
                    Bits.Same(result.Values, expected.Values).ShouldBeTrue();
                    result.Notes.ShouldBeEmpty();
                }
            }
        }
    }

    [Fact]
    public void A_symmetric_table_of_planar_distances_gives_M_m_and_weighted_Kd_of_the_coordinates()
    {
        PointPattern points = Patterns.Uniform(60, each: 3);
        points = points with { Weights = [.. points.X.Select(x => Math.Floor(x % 7))] };
        TravelLinks travel = Planar(points, double.PositiveInfinity);
        double[] r = [0, 80, 300, 2000];

        MFunctionOptions m = new() { Distances = r, Reference = "case", Neighbour = "other" };
        Bits.Same(M(points, travel, m).Individual, M(points, null, m).Individual).ShouldBeTrue();
        MDensityFunctionOptions density = new() { Distances = r[..3], Reference = "case" };
        Density(points, travel, density).Bandwidth.ShouldBe(Density(points, null, density).Bandwidth);
        Bits.Close(Density(points, travel, density).Values, Density(points, null, density).Values, relative: 1e-12).ShouldBeTrue();
        KdFunctionOptions kd = new() { Distances = r, Reference = "case", Weighted = true };
        Bits.Close(Kd(points, travel, kd).Values, Kd(points, null, kd).Values, relative: 1e-12).ShouldBeTrue();
    }

    [Fact]
    public void Both_directions_of_a_pair_make_one_distance_of_Kd_their_mean()
    {
        PointPattern three = new() { X = [0, 0, 0], Y = [0, 0, 0] };
        TravelLinks directed = new([0, 1, 0, 2, 1, 2], [1, 0, 2, 0, 2, 1], [0.5, 1.5, 2, 2, 1, 4]);
        KdFunctionOptions options = new() { Distances = [0, 1, 3] };

        KdFunctionResult result = Kd(three, directed, options with { TravelDirected = true });

        result.Bandwidth.ShouldBe(0.9 * (0.75 / 1.34) * Math.Pow(3, -0.2), tolerance: 1e-15); // 1, 2, 2.5: quartiles 1.5 and 2.25
        Bits.Same(result.Values, Kd(three, new([0, 0, 1], [1, 2, 2], [1, 2, 2.5]), options).Values).ShouldBeTrue();
    }

    [Fact]
    public void A_table_up_to_a_limit_gives_Kd_and_m_as_far_as_it_reaches()
    {
        PointPattern points = Patterns.Uniform(80, each: 3);
        TravelLinks near = Planar(points, 400);
        KdFunctionOptions kd = new() { Distances = [20, 100, 200], Reference = "case", BandwidthFactor = 0.5 };
        KdFunctionResult whole = Kd(points, null, kd);
        KdFunctionResult limited = Kd(points, near, kd with { TravelLimit = 400 });
        limited.Bandwidth.ShouldBe(whole.Bandwidth);
        limited.Values.Zip(whole.Values).ShouldAllBe(pair => Math.Abs(pair.First - pair.Second) < 1e-7 / whole.Bandwidth);
        limited.Notes.ShouldHaveSingleItem().Code.ShouldBe("travel-limit");

        KdFunctionResult beyond = Kd(points, near, kd with { Distances = [20, 399, 5000], TravelLimit = 400 });
        beyond.Values[0].ShouldBeGreaterThan(0);
        beyond.Values.Skip(1).ShouldAllBe(value => double.IsNaN(value));

        MDensityFunctionOptions density = new() { Distances = [100, 150, 200, 399], Reference = "case", BandwidthFactor = 0.5, TravelLimit = 400 };
        MDensityFunctionResult m = Density(points, near, density);
        double[] expected = [.. Density(points, null, density with { Distances = [100, 150, 200], TravelLimit = null }).Values];
        m.Notes.ShouldHaveSingleItem().Text.ShouldContain("all of those up to 400");
        m.Values[3].ShouldBe(double.NaN);
        Bits.Close(m.Values.Take(3).ToArray(), expected, relative: 1e-4).ShouldBeTrue();
    }

    [Fact]
    public void A_pair_that_is_listed_one_way_only_lowers_the_reach_of_Kd()
    {
        PointPattern four = new() { X = [0, 0, 0, 0], Y = [0, 0, 0, 0] };
        TravelLinks travel = new([0, 0, 2, 1, 2], [1, 2, 0, 2, 1], [4, 1, 2, 3, 3]); // from 1 back to 0: more than 10

        KdFunctionResult result = Kd(four, travel, new() { Distances = [2], TravelDirected = true, TravelLimit = 10 });

        result.Notes[0].Text.ShouldContain("2 of 6 pairs both ways and 1 one way");
        result.Notes[0].Text.ShouldContain("up to 7:");
    }

    [Fact]
    public void Radii_beyond_the_limit_and_pairs_that_are_missing_are_refused()
    {
        TravelLinks some = new([0, 0, 1], [1, 2, 2], [5, 5, 8]);
        Refused(() => M(Town, some, new() { Distances = [8, 20], Reference = "pump", TravelLimit = 10 })).ShouldContain("must not exceed 10, the limit of travel");
        Refused(() => M(Town, some, new() { Distances = [9], Reference = "pump" })).ShouldContain("must not exceed 8");
        Refused(() => Kd(Town, some, new() { Distances = [1] })).ShouldContain("listed 3 of 6 pairs");
        Refused(() => Density(Town, some, new() { Distances = [1], Reference = "pump" })).ShouldContain("listed 6 of 12 directions");
        M(Town, Streets, new() { Distances = [1000], Reference = "pump" }).Values[0].ShouldBe(1, tolerance: 1e-15); // all are listed
        M(Town, some, new() { Distances = [8], Reference = "pump" }).Notes.ShouldHaveSingleItem().Code.ShouldBe("travel-limit-taken");
        Kd(Town, new([0], [1], [5]), new() { Distances = [1], Reference = "pump" }).Values.ShouldBe([double.NaN]); // all of its pairs
    }

    [Fact]
    public void Wrong_rows_and_options_are_refused()
    {
        MFunctionOptions m = new() { Distances = [1], Reference = "pump" };
        Refused(() => M(Town, new([0, 1], [1, 0], [1, 2]), m)).ShouldContain("again");
        Refused(() => M(Town, new([0, 0], [1, 1], [1, 2]), m with { TravelDirected = true })).ShouldContain("again");
        Refused(() => M(Town, new([2], [2], [1]), m)).ShouldContain("itself");
        Refused(() => M(Town, new([0, 1], [1, 2], [3, -1]), m)).ShouldContain("distances");
        Refused(() => M(Town, new([0, 1], [1, 2], [3, double.NaN]), m)).ShouldContain("distances");
        Refused(() => M(Town, new([0], [4], [1]), m)).ShouldContain("to must lie in [0, 3]");
        Refused(() => M(Town, new([0], [1], [9]), m with { TravelLimit = 5 })).ShouldContain("[0, 5]");
        Refused(() => M(Town, Streets, m with { Metric = DistanceMetric.GreatCircle })).ShouldContain("takes the place of coordinates");
        Refused(() => M(Town, null, m with { TravelDirected = true })).ShouldContain("without the input travel");
        Refused(() => Kd(Town, null, new() { Distances = [1], TravelLimit = 3 })).ShouldContain("without the input travel");
        Should.Throw<ArgumentException>(() => m with { TravelLimit = -1 });
    }

    [Fact]
    public void A_request_names_points_by_row_or_by_id()
    {
        const string Rows = """{"columns": ["x", "y", "type"], "values": [[0, 0, "a"], [0, 0, "a"], [9, 9, "b"]]}""";
        const string Named = """{"columns": ["id", "x", "y", "type"], "values": [["p", 0, 0, "a"], ["q", 0, 0, "a"], ["r", 9, 9, "b"]]}""";

        // The first has 1 within 5, of its kind; the second the same; globally 1/2 each.
        Compute(Rows, """[[1, 2, 4], [1, 3, 6], [2, 3, 7]]""").ShouldBe([2.0]);
        Compute(Named, """[["p", "q", 4], ["r", "p", 6], ["q", "r", 7]]""").ShouldBe([2.0]);
        Refused(() => Compute(Rows, "[[1, 4, 4]]")).ShouldContain("rows of the points, 1 to 3, in to; row 1 had 4");
        Refused(() => Compute(Rows, "[[0, 2, 4]]")).ShouldContain("in from; row 1 had 0");
        Refused(() => Compute(Rows, "[[1.5, 2, 4]]")).ShouldContain("row 1 had 1.5");
        Refused(() => Compute(Rows, "[[1, 2, null]]")).ShouldContain("distance must not be missing");
        Refused(() => Compute(Named, """[["p", "z", 4]]""")).ShouldContain("these are not among them: z");
        Refused(() => Compute(Named.Replace("\"q\"", "\"p\"", StringComparison.Ordinal), """[["p", "r", 4]]""")).ShouldContain("p came again");
    }

    private static IReadOnlyList<double> Compute(string points, string travel)
    {
        using JsonDocument document = JsonDocument.Parse(
            $$$"""
            {"input": {"points": {{{points}}}, "travel": {"columns": ["from", "to", "distance"], "values": {{{travel}}}}},
             "options": {"distances": [5], "reference": "a"}}
            """);
        MeasureRequest request = RequestReader.Read(document.RootElement.Clone(), _ => throw new NotSupportedException("No file."));
        return MFunctionMeasure.Definition.Compute(request, null, TestContext.Current.CancellationToken).ToOutputs().All["estimate"].Numbers!;
    }

    private static string Refused(Func<object> call) => Should.Throw<ArgumentException>(call).Message;

    private static TravelLinks Planar(PointPattern points, double limit, bool directed = false)
    {
        (int From, int To)[] pairs =
        [
            .. Enumerable.Range(0, points.Count)
                .SelectMany(i => Enumerable.Range(0, points.Count).Select(j => (i, j)))
                .Where(pair => (directed ? pair.i != pair.j : pair.i < pair.j) && MFunctionTwin.Distance(points, pair.i, pair.j) <= limit),
        ];
        return new(
            [.. pairs.Select(pair => pair.From)], [.. pairs.Select(pair => pair.To)],
            [.. pairs.Select(pair => MFunctionTwin.Distance(points, pair.From, pair.To))]);
    }

    private static MFunctionResult M(PointPattern points, TravelLinks? travel, MFunctionOptions options) =>
        MFunction.Estimate(new TravelledPoints(points, travel), options, null, TestContext.Current.CancellationToken);

    private static KdFunctionResult Kd(PointPattern points, TravelLinks? travel, KdFunctionOptions options) =>
        KdFunction.Estimate(new TravelledPoints(points, travel), options, null, TestContext.Current.CancellationToken);

    private static MDensityFunctionResult Density(PointPattern points, TravelLinks? travel, MDensityFunctionOptions options) =>
        MDensityFunction.Estimate(new TravelledPoints(points, travel), options, null, TestContext.Current.CancellationToken);
}
