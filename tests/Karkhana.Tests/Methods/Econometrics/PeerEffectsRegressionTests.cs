using CsCheck;
using Karkhana.Core.Tables;
using Karkhana.Methods.Econometrics;
using Karkhana.Methods.Networks;
using MathNet.Numerics.LinearAlgebra;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Econometrics;

public sealed class PeerEffectsRegressionTests
{
    private static readonly double[,] Line = new double[4, 4].Filled((i, j) => Math.Abs(i - j) == 1 ? 1 : 0);

    [Fact]
    public void The_example_of_the_framework_gives_back_its_parameters()
    {
        // y = 0.3 Gy + x + 0.5 Gx on a line of four, x = (1, 2, 0, 3), without a constant.
        Vector<double> x = Vector<double>.Build.Dense([1, 2, 0, 3]);
        Matrix<double> g = Matrix<double>.Build.DenseOfArray(SpatialSamples.Standardised(Line));
        Vector<double> y = (SpatialSamples.Identity(4) - (0.3 * g)).Solve(x + (0.5 * (g * x)));
        y.Zip([2.9073101, 3.0243669, 2.2551362, 3.6765409]).ShouldAllBe(pair => Math.Abs(pair.First - pair.Second) < 1e-6);

        PeerEffectsRegressionResult result = Estimate(
            new NetworkSample(Rows([.. y], [.. x]), NetworkAutocorrelationTests.GraphOf(Line)),
            Options with { Model = new ModelSpecification { Outcome = "y", Terms = ["x"], Intercept = false } });

        result.TwoStage.Coefficients.Terms.ShouldBe(["x", "peers_x", "peers_y"]);
        result.TwoStage.Coefficients.Estimates.Zip([1, 0.5, 0.3]).ShouldAllBe(pair => Math.Abs(pair.First - pair.Second) < 1e-10);
        result.Rank.ShouldBe(3);
        result.SocialMultiplier.ShouldBe(1 / 0.7, tolerance: 1e-9);
    }

    [Fact]
    public void Estimates_are_those_of_the_dense_formula() => SpatialSamples.All.Sample(sample =>
    {
        Matrix<double> g = sample.W;
        Vector<double> x = Vector<double>.Build.Dense(sample.X);
        double[] isolates = [.. g.RowSums().Select(sum => sum == 0 ? 1.0 : 0)];
        Matrix<double> exogenous = sample.Terms.Append((g * x).ToColumnMatrix());
        exogenous = isolates.Contains(1) ? exogenous.Append(Vector<double>.Build.Dense(isolates).ToColumnMatrix()) : exogenous;
        Matrix<double> instruments = exogenous.Append((g * (g * x)).ToColumnMatrix());
        Matrix<double> regressors = exogenous.Append((g * sample.Outcome).ToColumnMatrix());
        Matrix<double> projected = instruments * instruments.QR().Solve(regressors);
        if (instruments.ConditionNumber() > 1e5 || projected.ConditionNumber() > 1e5)
        {
            return true;
        }

        Vector<double> slopes = projected.QR().Solve(sample.Outcome);
        PeerEffectsRegressionResult result = Estimate(new NetworkSample(sample.ToSample().Sample, NetworkAutocorrelationTests.GraphOf(sample.Dense)), Options);
        return Bits.Close(result.TwoStage.Coefficients.Estimates, [.. slopes], relative: 1e-6)
            && result.Isolates == isolates.Count(isolate => isolate == 1)
            && result.IsExplosive == (Math.Abs(slopes[^1]) >= 1)
            && result.IsExplosive == result.Notes.Any(note => note.Code == "explosive");
    });

    [Fact]
    public void Effects_of_parts_are_those_of_a_dummy_for_each_part()
    {
        NetworkSample sample = Parts(3);
        RegressionSample dummies = new(Table.Of(
            "sample", Column.Of("y", sample.Sample.Data.Numbers("y")), Column.Of("x", sample.Sample.Data.Numbers("x")),
            Column.Of("part", Enumerable.Range(0, 36).Select(node => $"p{node / 12}"))));
        Matrix<double> g = Matrix<double>.Build.DenseOfArray(SpatialSamples.Standardised(Rings(3)));
        Matrix<double> parts = Matrix<double>.Build.Dense(36, 3, (node, part) => node / 12 == part ? 1 : 0);
        Vector<double> x = Vector<double>.Build.Dense([.. sample.Sample.Data.Numbers("x")]);
        Vector<double> y = Vector<double>.Build.Dense([.. sample.Sample.Data.Numbers("y")]);
        Matrix<double> exogenous = parts.Append(x.ToColumnMatrix()).Append((g * x).ToColumnMatrix());
        Matrix<double> instruments = exogenous.Append((g * (g * x)).ToColumnMatrix());
        Matrix<double> regressors = exogenous.Append((g * y).ToColumnMatrix());
        Vector<double> slopes = (instruments * instruments.QR().Solve(regressors)).QR().Solve(y);

        PeerEffectsRegressionResult result = Estimate(sample with { Sample = dummies }, Options with { ComponentEffects = true });

        result.Rank.ShouldBe(4);
        result.TwoStage.Coefficients.Terms.ShouldBe(["x", "peers_x", "peers_y"]);
        result.TwoStage.Coefficients.Estimates.Zip(slopes.Skip(3)).ShouldAllBe(pair => Math.Abs(pair.First - pair.Second) < 1e-7);
        result.TwoStage.Rows.Order().ShouldBe(Enumerable.Range(0, 36));
    }

    [Fact]
    public void Clusters_give_clustered_errors_unless_told_otherwise()
    {
        NetworkSample sample = Parts(4);
        NetworkSample clustered = sample with { Sample = sample.Sample with { Clusters = [[.. Enumerable.Range(0, 48).Select(node => $"p{node / 12}")]] } };

        PeerEffectsRegressionResult byCluster = Estimate(clustered, Options);
        PeerEffectsRegressionResult robust = Estimate(clustered, Options with { Covariance = TwoStageCovariance.Hc1 });

        byCluster.TwoStage.Coefficients.DegreesOfFreedom[0].ShouldBe(3);
        byCluster.PeerEffect.ShouldBe(robust.PeerEffect);
        byCluster.PeerEffectError.ShouldNotBe(robust.PeerEffectError);
        double.IsFinite(byCluster.TwoStage.Tests.KleibergenPaapF).ShouldBeTrue();
        robust.PeerEffectError.ShouldBe(Estimate(sample, Options).PeerEffectError);
    }

    [Fact]
    public void A_network_that_does_not_allow_the_model_is_refused_with_the_reason()
    {
        double[] x = [1, 2, 0, 3, 5, 4];
        double[] y = [2, 1, 4, 3, 6, 6];

        Refused(new double[6, 6].Filled((i, j) => i == j ? 0 : 1), Options, "everyone is tied to everyone");
        Refused(new double[6, 6], Options, "No firm has a peer");

        // A star, by rows: G³ = G.
        Refused(new double[6, 6].Filled((i, j) => i != j && (i == 0 || j == 0) ? 1 : 0), Options with { ComponentEffects = true }, "G³");
        Should.Throw<ArgumentException>(() => Estimate(new NetworkSample(Rows([1, 1, 1, 1, 1, 1], x), NetworkAutocorrelationTests.GraphOf(Line)), Options));
        Should.Throw<ArgumentException>(() => Estimate(new NetworkSample(Rows([1, 1, 1, 1], [1, 2, 3, 5]), NetworkAutocorrelationTests.GraphOf(Line)), Options))
            .Message.ShouldContain("must vary");

        void Refused(double[,] links, PeerEffectsRegressionOptions options, string reason) =>
            Should.Throw<ArgumentException>(() => Estimate(new NetworkSample(Rows(y, x), NetworkAutocorrelationTests.GraphOf(links)), options)).Message.ShouldContain(reason);
    }

    [Fact]
    public void Who_is_a_peer_follows_the_option()
    {
        NetworkSample sample = Parts(2);
        Graph directed = Graph.Of(sample.Network.Nodes, sample.Network.Ties().Where(tie => tie.From < tie.To || (tie.From + tie.To) % 3 == 0));

        double givers = Estimate(sample with { Network = directed }, Options with { Direction = PeerDirection.Givers }).PeerEffect;

        givers.ShouldBe(Estimate(sample with { Network = directed.Reversed() }, Options).PeerEffect, tolerance: 1e-9);
        givers.ShouldNotBe(Estimate(sample with { Network = directed }, Options).PeerEffect);
    }

    private static PeerEffectsRegressionOptions Options => new() { Model = SpatialSamples.Model };

    private static RegressionSample Rows(double[] y, double[] x) => new(Table.Of("sample", Column.Of("y", y), Column.Of("x", x)));

    // Rings of twelve with one chord each, at another place in every ring.
    private static double[,] Rings(int count) => new double[12 * count, 12 * count].Filled((i, j) =>
    {
        (int from, int to, int ring) = (Math.Min(i, j) % 12, Math.Max(i, j) % 12, i / 12);
        return i != j && ring == j / 12 && (to - from is 1 or 11 || (from == 0 && to == 3 + ring)) ? 1 : 0;
    });

    private static NetworkSample Parts(int count)
    {
        double[] x = [.. Enumerable.Range(0, 12 * count).Select(node => Math.Sin(node * 1.7) + Math.Cos(node * node * 0.31))];
        double[] y = [.. x.Select((value, node) => (2 * value) + (node / 12) + Math.Sin(node * node * 0.77))];
        return new NetworkSample(Rows(y, x), NetworkAutocorrelationTests.GraphOf(Rings(count)));
    }

    private static PeerEffectsRegressionResult Estimate(NetworkSample sample, PeerEffectsRegressionOptions options) =>
        PeerEffectsRegression.Estimate(sample, options, cancellationToken: TestContext.Current.CancellationToken);
}
