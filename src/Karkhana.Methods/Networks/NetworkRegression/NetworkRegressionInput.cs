using Karkhana.Core.Errors;
using Karkhana.Core.Measures;

namespace Karkhana.Methods.Networks;

/// <summary>A network and those that may explain it.</summary>
/// <param name="Network">The dependent network.</param>
/// <param name="Predictors">One to twelve networks of the same nodes; a request gives up to four.</param>
/// <param name="Permutations">Orders of the nodes from 0, or null to draw them.</param>
public sealed record NetworkRegressionInput(
    DyadMatrix Network, IReadOnlyList<DyadMatrix> Predictors, IReadOnlyList<int[]>? Permutations = null)
{
    internal const int MostPredictors = 12;

    private const int MostRequested = 4;

    internal static IReadOnlyList<string> PredictorInputs { get; } =
        [.. Enumerable.Range(1, MostRequested).Select(number => FormattableString.Invariant($"predictor_{number}"))];

    internal static NetworkRegressionInput Read(MeasureRequest request)
    {
        string[] given = [.. PredictorInputs.Where(name => request.OptionalTable(name) is not null)];
        Require.That(
            given.SequenceEqual(PredictorInputs.Take(given.Length)), "predictors",
            $"must be given from predictor_1 on without a gap; they were {string.Join(", ", given)}");
        DyadMatrix[] networks = DyadMatrix.ReadAll(request, ["network", .. given]);
        return new NetworkRegressionInput(networks[0], networks[1..], NodePermutations.Read(request));
    }
}
