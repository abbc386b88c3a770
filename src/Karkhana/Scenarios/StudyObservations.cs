using Karkhana.Capability;
using Karkhana.Diagnosis;
using Karkhana.Learning;
using Karkhana.Simulation;

namespace Karkhana.Scenarios;

/// <summary>What a study sees of its firms, as the model is to reproduce it.</summary>
internal static class StudyObservations
{
    private const double MetresPerKilometre = 1000;

    /// <summary>Gives the firms that answered.</summary>
    /// <param name="findings">What the diagnosis found, with scores.</param>
    /// <param name="centres">The centre of each place in km.</param>
    /// <returns>The observations.</returns>
    public static FirmObservations Of(Findings findings, IReadOnlyDictionary<string, (double X, double Y)> centres)
    {
        HashSet<int> surveyed = [.. findings.Study.Survey!.Firms];
        int[] kept = [.. Enumerable.Range(0, findings.Focus.Firms.Length).Where(i => surveyed.Contains(findings.Focus.Firms[i]))];
        int[] firms = [.. kept.Select(i => findings.Focus.Firms[i])];
        Dictionary<int, FirmRegime> regimes = findings.Regimes?.Firms.ToDictionary(firm => firm.Firm) ?? [];
        bool byAnswers = regimes.Values.Any(firm => firm.Stated is not null);
        Data.Studies.FirmRegister register = findings.Study.Firms;
        return new FirmObservations
        {
            Capability = Of(findings, Constructs.Capability, firms),
            Effort = Of(findings, Constructs.Effort, firms),
            AbsorptiveCapacity = Of(findings, Constructs.AbsorptiveCapacity, firms),
            Workers = [.. firms.Select(firm => register.Employment.Length == 0 ? double.NaN : register.Employment[firm])],
            Clustered = [.. kept.Select(i => findings.Focus.Clustered[i])],
            Regimes = [.. firms.Select(firm => !regimes.TryGetValue(firm, out FirmRegime? one) ? null : byAnswers ? one.Stated : one.Modelled?.Regime)],
            Distance = [.. firms.Select(firm => register.Places.Length > 0 && centres.TryGetValue(register.Places[firm], out (double X, double Y) centre)
                ? Math.Sqrt(Square((register.X[firm] / MetresPerKilometre) - centre.X) + Square((register.Y[firm] / MetresPerKilometre) - centre.Y))
                : double.NaN)],
            Ties = TiesOf(findings, firms),
        };
    }

    private static double[] Of(Findings findings, string construct, int[] firms) => findings.Scores?.Scores.Find(construct) is { } score
        ? [.. firms.Select(firm => score.Values[firm])]
        : [.. firms.Select(_ => double.NaN)];

    private static double[] TiesOf(Findings findings, int[] firms)
    {
        if (findings.Network is not { } network)
        {
            return [.. firms.Select(_ => double.NaN)];
        }

        Dictionary<int, int> places = network.Firms.Select((firm, place) => (firm, place)).ToDictionary(pair => pair.firm, pair => pair.place);
        Methods.Networks.Graph received = network.Graph.Reversed();
        return [.. firms.Select(firm => places.TryGetValue(firm, out int place)
            ? network.Graph.Targets(place).Length + received.Targets(place).Length
            : double.NaN)];
    }

    private static double Square(double value) => value * value;
}
