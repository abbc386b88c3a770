using System.Text.Json;
using CsCheck;
using Karkhana.Methods.Econometrics;
using Karkhana.Methods.Networks;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Econometrics;

public sealed class NetworkAutocorrelationTests
{
    private static readonly NetworkAutocorrelationOptions Options = new() { Model = SpatialSamples.Model };

    [Fact]
    public void It_is_the_spatial_lag_model_on_the_network() => SpatialSamples.All.Sample(sample =>
    {
        NetworkAutocorrelationResult network = Estimate(new NetworkSample(sample.ToSample().Sample, GraphOf(sample.Dense)));
        SpatialLagRegressionResult spatial = SpatialLagRegression.Estimate(
            sample.ToSample(), new SpatialLagRegressionOptions { Model = SpatialSamples.Model, ImpactDraws = 0 }, cancellationToken: TestContext.Current.CancellationToken);
        return Bits.Close(network.Model.Autoregression.Estimates, spatial.Model.Autoregression.Estimates, relative: 1e-9)
            && Bits.Close(network.Model.Coefficients.StandardErrors, spatial.Model.Coefficients.StandardErrors, relative: 1e-7);
    });

    [Fact]
    public void Rows_are_matched_with_nodes_by_id_when_there_is_one()
    {
        NetworkSample read = NetworkSample.Read(InlineRequest.Read(JsonDocument.Parse("""
            {"input": {"sample": {"columns": ["id", "x", "y"], "values": [["d", 1, 4.0], ["b", 2, 2.5], ["a", 4, 1.0], ["c", 3, 2.0], ["e", 5, 7.5], ["lonely", 2, 3.0]], "variables": ["x", "y"]},
                       "network": {"columns": ["from", "to"], "values": [["a", "b"], ["b", "c"], ["c", "d"], ["d", "e"], ["e", "a"]]}},
             "options": {}}
            """).RootElement));

        read.Network.Nodes.ShouldBe(["d", "b", "a", "c", "e", "lonely"]);
        read.Network.Has(2, 1).ShouldBeTrue();
        Estimate(read).Notes.ShouldContain(note => note.Code == "islands" && note.Text.Contains("lonely"));
    }

    [Fact]
    public void Wrong_input_is_refused()
    {
        SpatialSamples sample = new(new double[5, 5].Filled((i, j) => j == (i + 1) % 5 ? 1 : 0), [1, 2, 4, 3, 5], [1, 3, 2, 5, 4]);
        RegressionSample rows = sample.ToSample().Sample;

        Should.Throw<ArgumentException>(() => Estimate(new NetworkSample(rows, GraphOf(new double[5, 5].Filled((i, j) => i == j ? 0 : 1)))))
            .Message.ShouldContain("all 5 units");
        Should.Throw<ArgumentException>(() => Estimate(new NetworkSample(rows, GraphOf(new double[4, 4].Filled((i, j) => j == i + 1 ? 1 : 0)))));
        Should.Throw<ArgumentException>(() => Estimate(new NetworkSample(rows, GraphOf(new double[5, 5].Filled((i, j) => j == i + 1 ? -2 : 0)))))
            .Message.ShouldContain("from n0 to n1 was -2");
    }

    internal static Graph GraphOf(double[,] dense)
    {
        int n = dense.GetLength(0);
        return Graph.Of([.. Enumerable.Range(0, n).Select(node => $"n{node}")], Enumerable.Range(0, n * n).Select(cell => (cell / n, cell % n, dense[cell / n, cell % n])));
    }

    private static NetworkAutocorrelationResult Estimate(NetworkSample sample) =>
        NetworkAutocorrelation.Estimate(sample, Options, cancellationToken: TestContext.Current.CancellationToken);
}
