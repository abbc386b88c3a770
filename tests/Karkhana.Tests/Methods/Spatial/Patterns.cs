using CsCheck;
using Karkhana.Core.Randomness;
using Karkhana.Methods.Spatial;

namespace Karkhana.Tests.Methods.Spatial;

/// <summary>Point patterns for tests.</summary>
internal static class Patterns
{
    /// <summary>Gets points on a grid of halves, so that many distances equal a radius, with whole weights, zero among them.</summary>
    public static Gen<PointPattern> OnGrid { get; } =
        Gen.Select(Gen.Int[0, 12], Gen.Int[0, 12], Gen.Int[0, 2], Gen.Int[0, 5]).Array[3, 40].Select(points => new PointPattern
        {
            X = [.. points.Select(point => point.Item1 * 0.5)],
            Y = [.. points.Select(point => point.Item2 * 0.5)],
            Types = [.. points.Select((point, i) => i < 2 ? "ab"[i].ToString() : "abc"[point.Item3].ToString())],
            Weights = [.. points.Select(point => (double)point.Item4)],
        });

    /// <summary>Gets the six workshops of the framework, section 1.4.5.</summary>
    public static PointPattern Workshops { get; } = new()
    {
        X = [0, 0.5, 0, 0.6, 5, 5.4],
        Y = [0, 0, 0.4, 0.6, 5, 5],
        Types = ["pump", "pump", "pump", "other", "other", "other"],
        Weights = [10, 5, 5, 20, 10, 50],
    };

    /// <summary>Gives points drawn uniformly on a square of side 1000; every <paramref name="each"/>-th is a case.</summary>
    public static PointPattern Uniform(int count, int each, int replicate = 0)
    {
        RandomStream stream = new(17, RandomPurpose.Example, replicate);
        return new PointPattern
        {
            X = [.. Enumerable.Range(0, count).Select(_ => 1000 * stream.NextDouble())],
            Y = [.. Enumerable.Range(0, count).Select(_ => 1000 * stream.NextDouble())],
            Types = [.. Enumerable.Range(0, count).Select(i => i % each == 0 ? "case" : "other")],
        };
    }
}
