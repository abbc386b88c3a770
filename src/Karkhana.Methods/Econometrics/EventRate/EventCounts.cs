using Karkhana.Core.Errors;
using Karkhana.Core.Measures;

namespace Karkhana.Methods.Econometrics;

/// <summary>Events and the time over which they could come; one row per firm, or per firm and period.</summary>
/// <param name="Events">Whole numbers from 0.</param>
/// <param name="Exposures">The time watched, such as firm-years; not negative.</param>
public sealed record EventCounts(IReadOnlyList<double> Events, IReadOnlyList<double> Exposures)
{
    /// <summary>Gets the group of each row; empty when all are one group.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>Reads the input <c>sample</c> of a request.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The counts.</returns>
    public static EventCounts Read(MeasureRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        BoundTable sample = request.Table("sample");
        return new EventCounts(sample.CompleteNumbers("events"), sample.CompleteNumbers("exposure"))
        {
            Groups = sample.OptionalTexts("group") ?? [],
        };
    }

    /// <summary>Refuses an empty sample, columns of different length, and what is no count or no time.</summary>
    internal void Check()
    {
        Require.Finite(Events, nameof(Events));
        Require.SameLength(Events.Count, Exposures.Count, nameof(Exposures));
        Require.Finite(Exposures, nameof(Exposures));
        Require.SameLength(Events.Count, Groups.Count == 0 ? Events.Count : Groups.Count, nameof(Groups));
        for (int i = 0; i < Events.Count; i++)
        {
            (double events, double exposure) = (Events[i], Exposures[i]);
            if (events < 0 || !double.IsInteger(events))
            {
                Require.That(false, nameof(Events), FormattableString.Invariant($"must be whole numbers from 0; row {i + 1} was {events}"));
            }

            if (exposure < 0 || (exposure == 0 && events > 0))
            {
                Require.That(false, nameof(Exposures), FormattableString.Invariant(
                    $"must not be negative, and positive where there are events; row {i + 1} had {events} events in {exposure}"));
            }
        }
    }
}
