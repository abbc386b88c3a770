using System.Text.Json;
using CsCheck;
using Karkhana.Core.Execution;
using Karkhana.Core.Measures;
using Karkhana.Core.Randomness;
using Karkhana.Measures;
using Karkhana.Methods.Networks;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Networks;

/// <summary>QAP correlation, and what it shares with the regression of networks.</summary>
public sealed class DyadicMeasuresTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Advice_and_family_of_five_firms_go_together_as_computed_by_hand()
    {
        QapCorrelationResult result = Qap(new(
            Of(5, "01 02 03 04 10 12 20 21 34 43"), Of(5, "01 02 10 12 20 21 34 43"), [[1, 0, 2, 3, 4], [4, 3, 2, 1, 0], [0, 2, 1, 4, 3], [1, 2, 3, 4, 0]]));

        result.Estimate.ShouldBe(4 / Math.Sqrt(24), 1e-15);
        result.Hamming.ShouldBe(2);
        (result.PGreater, result.PLess, result.PValue).ShouldBe((0.5, 1, 1));
        result.Simulated[0].ShouldBe(result.Estimate); // the triangle turns within itself
        result.Mean.ShouldBe(result.Simulated.Average(), 1e-15);
        result.Provenance.Seed.ShouldBeNull();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Each_simulated_correlation_is_that_of_the_pairs_put_side_by_side(bool missing) => Gen.Select(Pairs(missing), Gen.ULong).Sample((networks, seed) =>
    {
        int n = networks.A.GetLength(0);
        int[] order = [.. Enumerable.Range(0, n)];
        new RandomStream(seed, RandomPurpose.Example, 0).Shuffle<int>(order);
        QapCorrelationResult result = Qap(new(Matrix(networks.A), Matrix(networks.B), [order]));
        double twin = Correlation(networks.A, networks.B, [.. Enumerable.Range(0, n)]);
        return Bits.Close([result.Estimate], [twin], 1e-9)
            && (double.IsNaN(twin) ? result.Simulated.Count == 0 : Bits.Close(result.Simulated, [Correlation(networks.A, networks.B, order)], 1e-9));
    });

    [Fact]
    public void Unit_and_origin_of_values_do_not_matter() => Pairs(missing: false).Sample(networks =>
    {
        double[,] changed = SampleNetworks.Cells(networks.A.GetLength(0), (i, j) => i == j ? 0 : 1000.3 + (0.07 * networks.A[i, j]));
        QapCorrelationResult result = Qap(new(Matrix(networks.A), Matrix(networks.B)));
        QapCorrelationResult other = Qap(new(Matrix(changed), Matrix(networks.B)));
        return Bits.Close([result.Estimate, result.PGreater, result.PLess, .. result.Simulated], [other.Estimate, other.PGreater, other.PLess, .. other.Simulated], 1e-7);
    });

    [Fact]
    public void Workers_do_not_change_the_bits_and_the_seed_changes_the_orders()
    {
        DyadMatrix a = Matrix(Drawn(40, 1));
        DyadMatrix b = Matrix(Drawn(40, 2));
        QapCorrelationResult one = QapCorrelation.Estimate(new(a, b), null, new ExecutionOptions { Workers = 1 }, Token);
        QapCorrelationResult four = QapCorrelation.Estimate(new(a, b), null, new ExecutionOptions { Workers = 4 }, Token);

        Bits.Same(one.Simulated, four.Simulated).ShouldBeTrue();
        Bits.Same(one.Simulated, Qap(new(a, b), new() { Seed = 7 }).Simulated).ShouldBeFalse();
        Qap(new(a, a)).Estimate.ShouldBe(1, 1e-14);
        Qap(new(a, a)).PGreater.ShouldBe(0.001);
    }

    [Fact]
    public void Networks_that_do_not_vary_have_no_correlation_and_bad_ones_are_refused()
    {
        DyadMatrix ring = Of(3, "01 12 20");
        foreach (DyadMatrix constant in new[] { Of(3, ""), Of(3, "01 02 10 12 20 21") })
        {
            QapCorrelationResult result = Qap(new(constant, ring));
            (result.Estimate, result.PValue).ShouldBe((double.NaN, double.NaN));
            result.Notes.Single().Code.ShouldBe("constant-values");
        }

        Qap(new(Of(0, ""), Of(0, ""))).Estimate.ShouldBe(double.NaN);
        Qap(new(Of(1, ""), Of(1, ""))).Estimate.ShouldBe(double.NaN);
        Should.Throw<ArgumentException>(() => Qap(new(ring, Of(4, "01")))).Message.ShouldContain("same order");
        Should.Throw<ArgumentException>(() => Qap(new(ring, ring, [[0, 1, 1]]))).Message.ShouldContain("row 1");
        Should.Throw<ArgumentException>(() => Qap(new(ring, ring, []))).Message.ShouldContain("at least one row");
        Should.Throw<ArgumentException>(() => DyadMatrix.Of(["a", "b"], [0, double.PositiveInfinity, 0, 0])).Message.ShouldContain("from a to b");
        Should.Throw<ArgumentException>(() => DyadMatrix.Of(["a", "b"], [0, 1])).Message.ShouldContain("4 values");
    }

    [Fact]
    public void Networks_are_matched_by_id_whatever_their_form()
    {
        const string Matrix = """{"columns": ["id", "c", "a", "b"], "values": [["c", 0, 0, 2], ["a", 1, 0, null], ["b", 0, 3, 0]], "id": "id"}""";
        const string Turned = """{"columns": ["id", "a", "b", "c"], "values": [["a", 0, null, 1], ["b", 3, 0, 0], ["c", 0, 2, 0]], "id": "id"}""";
        const string Ties = """{"columns": ["from", "to", "weight"], "values": [["a", "b", null], ["a", "c", 1], ["b", "a", 1], ["b", "a", 2], ["c", "b", 2], ["c", "c", 9]]}""";

        foreach ((string first, string second) in new[] { (Matrix, Turned), (Matrix, Ties), (Ties, Turned), (Ties, Ties) })
        {
            Compute(first, second)["estimate"].Numbers![0].ShouldBe(1, 1e-14);
            Compute(first, second)["hamming"].Numbers![0].ShouldBe(0);
        }

        Should.Throw<ArgumentException>(() => Compute(Matrix, """{"columns": ["from", "to"], "values": [["a", "z"]]}""")).Message.ShouldContain("z is none of them");
        Should.Throw<ArgumentException>(() => Compute(Matrix, """{"columns": ["id", "a", "b"], "values": [["a", 0, 1], ["b", 3, 0]], "id": "id"}"""))
            .Message.ShouldContain("all 3 nodes");
    }

    internal static double[,] Drawn(int n, int seed)
    {
        RandomStream stream = new((ulong)seed, RandomPurpose.Example, 0);
        return SampleNetworks.Cells(n, (i, j) => i == j ? 0 : stream.NextInt(4));
    }

    internal static DyadMatrix Matrix(double[,] cells) => DyadMatrix.Of([.. SampleNetworks.Range(cells).Select(node => $"n{node}")], [.. cells.Cast<double>()]);

    /// <summary>Gives the network whose ties are written as pairs of digits.</summary>
    internal static DyadMatrix Of(int n, string ties)
    {
        HashSet<string> pairs = [.. ties.Split(' ')];
        return Matrix(SampleNetworks.Cells(n, (i, j) => pairs.Contains($"{i}{j}") ? 1 : 0));
    }

    private static Gen<(double[,] A, double[,] B)> Pairs(bool missing) => Gen.Int[3, 7].SelectMany(n =>
        Gen.Select(Gen.Int[-3, 3].Array[n * n], Gen.Int[-3, 3].Array[n * n]).Select((a, b) => (Cells(a), Cells(b))).Select(pair => pair))
        .Select(pair => missing ? pair : (Filled(pair.Item1), Filled(pair.Item2)));

    private static double[,] Cells(int[] values)
    {
        int n = (int)Math.Sqrt(values.Length);
        return SampleNetworks.Cells(n, (i, j) => i == j ? 0 : values[(i * n) + j] == -3 ? double.NaN : Math.Max(0, values[(i * n) + j]));
    }

    private static double[,] Filled(double[,] cells) => SampleNetworks.Cells(cells.GetLength(0), (i, j) => double.IsNaN(cells[i, j]) ? 1 : cells[i, j]);

    private static double Correlation(double[,] a, double[,] b, int[] order)
    {
        int[] nodes = SampleNetworks.Range(a);
        (double X, double Y)[] pairs = [.. nodes.SelectMany(i => nodes.Where(j => i != j).Select(j => (a[order[i], order[j]], b[i, j])))
            .Where(pair => !double.IsNaN(pair.Item1) && !double.IsNaN(pair.Item2))];
        if (pairs.Length == 0)
        {
            return double.NaN;
        }

        (double x, double y) = (pairs.Average(pair => pair.X), pairs.Average(pair => pair.Y));
        double spreads = pairs.Sum(pair => (pair.X - x) * (pair.X - x)) * pairs.Sum(pair => (pair.Y - y) * (pair.Y - y));
        return spreads < 1e-12 ? double.NaN : pairs.Sum(pair => (pair.X - x) * (pair.Y - y)) / Math.Sqrt(spreads);
    }

    private static IReadOnlyDictionary<string, MeasureOutput> Compute(string first, string second)
    {
        using JsonDocument request = JsonDocument.Parse($$$"""{"input": {"network": {{{first}}}, "other": {{{second}}} }, "options": {}}""");
        return MeasureCatalogue.All.Find("networks.qap-correlation")!
            .Compute(InlineRequest.Read(request.RootElement), cancellationToken: Token).ToOutputs().All;
    }

    private static QapCorrelationResult Qap(NetworkPair input, QapCorrelationOptions? options = null) => QapCorrelation.Estimate(input, options, null, Token);
}
