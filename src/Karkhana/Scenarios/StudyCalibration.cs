using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Data.Studies;
using Karkhana.Diagnosis;
using Karkhana.Methods.Experiments;
using Karkhana.Simulation;

namespace Karkhana.Scenarios;

/// <summary>The calibration of the model to a study, and where a place is held out, what it predicts of that place.</summary>
/// <param name="Result">The calibration.</param>
/// <param name="HeldOut">The predictions; null when no place is held out.</param>
internal sealed record StudyCalibration(ClusterCalibrationResult Result, HeldOutPlace? HeldOut)
{
    /// <summary>The least firms of a place that answered, for it to be held out and for another to calibrate to.</summary>
    public const int LeastFirms = 30;

    /// <summary>Observables that the calibration does not see; they check it.</summary>
    private static readonly string[] Kept = ["effort_absorption_correlation", "capability_p90", "ties_core"];

    /// <summary>Refuses to hold out what cannot be.</summary>
    /// <param name="study">The study.</param>
    /// <param name="firms">The firms of the register that may be simulated.</param>
    /// <param name="options">The options that may hold out a place.</param>
    /// <exception cref="ArgumentException">The place is not known, it or all others have too few firms that answered, or nothing is calibrated.</exception>
    public static void Check(Study study, IEnumerable<int> firms, PolicySimulationOptions options)
    {
        if (options.HoldOut is not { } place)
        {
            return;
        }

        Require.That(options.Calibrate, nameof(options), "must calibrate where a place is held out (--hold-out goes with --calibrate)");
        Dictionary<string, int> answered = AnsweredByPlace(study, firms);
        string known = string.Join(", ", answered.Where(pair => pair.Value > 0).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => FormattableString.Invariant($"{pair.Key} {pair.Value}")));
        Require.That(
            answered.ContainsKey(place), nameof(options),
            $"must hold out a place of the industry; {place} is not one. Places with firms that answered: {(known.Length == 0 ? "none" : known)}");
        Require.That(answered[place] >= LeastFirms, nameof(options), FormattableString.Invariant(
            $"must hold out a place in which at least {LeastFirms} firms answered; in {place} it was {answered[place]}. Places with firms that answered: {known}"));
        Require.That(answered.Any(pair => pair.Key != place && pair.Value >= LeastFirms), nameof(options), FormattableString.Invariant(
            $"must leave another place in which at least {LeastFirms} firms answered; there is none besides {place}. Places with firms that answered: {known}"));
    }

    /// <summary>Calibrates; without the firms of a place that is held out.</summary>
    public static StudyCalibration Of(
        Findings findings, ClusterPopulation population, JointPrior prior, PolicySimulationOptions options,
        ExecutionOptions? execution, CancellationToken cancellationToken)
    {
        Dictionary<string, (double X, double Y)> centres = CentresOf(population);
        bool IsHeldOut(int firm) => options.HoldOut is { } place && findings.Study.Firms.Places[firm] == place;
        int[] positions = [.. Enumerable.Range(0, population.Firms.Count)];
        int[] others = [.. positions.Where(i => !IsHeldOut(findings.Focus.Firms[i]))];
        ObservedSummary[] seen =
        [
            .. ClusterObservables.WithErrors(StudyObservations.Of(findings, centres, firm => !IsHeldOut(firm)), options.Seed!.Value)
                .Select(summary => summary with { HeldOut = Kept.Contains(summary.Name) }),
        ];
        ClusterCalibrationResult result = ClusterCalibration.Estimate(
            options.HoldOut is null ? population : population.Of(others), prior, seen,
            new ClusterCalibrationOptions { Simulation = options.Model, Search = options.Search }, execution, cancellationToken);
        if (options.HoldOut is not { } heldOut)
        {
            return new StudyCalibration(result, null);
        }

        int[] own = [.. positions.Where(i => IsHeldOut(findings.Focus.Firms[i]))];
        FirmObservations there = StudyObservations.Of(findings, centres, IsHeldOut);
        IReadOnlyList<PredictiveCheck> checks = ClusterCalibration.Predict(
            population.Of(own), result, ClusterObservables.WithErrors(there, options.Seed.Value), options.Model, execution, cancellationToken);
        return new StudyCalibration(result, new HeldOutPlace(heldOut, own.Length, there.Count, others.Length, checks));
    }

    private static Dictionary<string, (double X, double Y)> CentresOf(ClusterPopulation population) => population.Places
        .Select((place, number) => (place, firms: population.Firms.Where(firm => firm.Place == number).ToArray()))
        .Where(group => group.firms.Length > 0)
        .ToDictionary(
            group => group.place,
            group => (Sums.Mean([.. group.firms.Select(firm => firm.X)]), Sums.Mean([.. group.firms.Select(firm => firm.Y)])));

    // Places without a firm that answered stand with 0.
    private static Dictionary<string, int> AnsweredByPlace(Study study, IEnumerable<int> firms)
    {
        HashSet<int> surveyed = [.. study.Survey?.Firms ?? []];
        return study.Firms.Places.Length == 0
            ? []
            : firms.GroupBy(firm => study.Firms.Places[firm]).ToDictionary(place => place.Key, place => place.Count(surveyed.Contains), StringComparer.Ordinal);
    }
}
