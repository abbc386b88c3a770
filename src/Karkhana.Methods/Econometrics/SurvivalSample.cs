using Karkhana.Core.Errors;
using Karkhana.Core.Measures;

namespace Karkhana.Methods.Econometrics;

/// <summary>How long subjects were watched and whether the event came.</summary>
/// <param name="Times">The time at which the event came or watching ended; not negative.</param>
/// <param name="Events">Whether the event came.</param>
public sealed record SurvivalSample(IReadOnlyList<double> Times, IReadOnlyList<bool> Events)
{
    /// <summary>Gets the time at which watching began, before the end of it; null when it is 0 for all.</summary>
    public IReadOnlyList<double>? Entries { get; init; }

    /// <summary>Gets the group of each subject; empty when there is none.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>Gets the stratum of each subject; empty when there is none.</summary>
    public IReadOnlyList<string> Strata { get; init; } = [];

    /// <summary>Reads the input <c>sample</c> of a request.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The sample.</returns>
    public static SurvivalSample Read(MeasureRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        BoundTable sample = request.Table("sample");
        double[] events = sample.CompleteNumbers("event");
        int wrong = Array.FindIndex(events, value => value is not (0 or 1));
        Require.That(wrong < 0, "event", FormattableString.Invariant(
            $"must be 1 (event) or 0 (censored); row {wrong + 1} was {(wrong < 0 ? 0 : events[wrong])}"));
        return new SurvivalSample(sample.CompleteNumbers("time"), [.. events.Select(value => value == 1)])
        {
            Entries = sample.Has("entry") ? sample.CompleteNumbers("entry") : null,
            Groups = sample.OptionalTexts("group") ?? [],
            Strata = sample.OptionalTexts("stratum") ?? [],
        };
    }

    /// <summary>Refuses an empty sample, columns of different length, and times that are no times.</summary>
    internal void Check()
    {
        Require.Finite(Times, nameof(Times));
        Require.SameLength(Times.Count, Events.Count, nameof(Events));
        Require.SameLength(Times.Count, Entries?.Count ?? Times.Count, nameof(Entries));
        Require.SameLength(Times.Count, Groups.Count == 0 ? Times.Count : Groups.Count, nameof(Groups));
        Require.SameLength(Times.Count, Strata.Count == 0 ? Times.Count : Strata.Count, nameof(Strata));
        for (int i = 0; i < Times.Count; i++)
        {
            double entry = Entries?[i] ?? 0;
            if (!(Times[i] >= 0) || !double.IsFinite(entry) || (Entries is not null && !(entry < Times[i])))
            {
                Require.That(false, nameof(Times), FormattableString.Invariant(
                    $"must not be negative and must come after the entry; subject {i + 1} entered at {entry} and ended at {Times[i]}"));
            }
        }
    }
}
