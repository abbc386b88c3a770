using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Simulation;

/// <summary>Which stylised facts the model shows on a population, and which not.</summary>
public sealed record StylisedFactsResult : ITidyResult
{
    /// <summary>Gets the facts, one row per part.</summary>
    public required IReadOnlyList<StylisedFact> Facts { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <summary>Gives the verdict of a whole fact: not reproduced if a part is not; not testable if no part is.</summary>
    /// <param name="id">The fact.</param>
    /// <returns>The verdict.</returns>
    public FactVerdict VerdictOf(string id)
    {
        FactVerdict[] parts = [.. Facts.Where(fact => fact.Id == id).Select(fact => fact.Verdict)];
        return parts.Contains(FactVerdict.NotReproduced) ? FactVerdict.NotReproduced
            : parts.Contains(FactVerdict.Reproduced) ? FactVerdict.Reproduced
            : FactVerdict.NotTestable;
    }

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "stylised_facts",
        Column.Of("fact", Facts.Select(fact => (string?)fact.Id), "Fact", "Id of the stylised fact."),
        Column.Of("statement", Facts.Select(fact => (string?)fact.Statement), "Statement", "What it says."),
        Column.Of("statistic", Facts.Select(fact => (string?)fact.Statistic), "Statistic", "What was computed."),
        Column.Of("estimate", Facts.Select(fact => fact.Value), "Value", "", "Mean over replicates."),
        Column.Of("conf_low", Facts.Select(fact => fact.Low), "Low", "", "Lower limit of its 95 % interval."),
        Column.Of("conf_high", Facts.Select(fact => fact.High), "High", "", "Upper limit of its 95 % interval."),
        Column.Of("n", Facts.Select(fact => fact.Replicates), "Runs", "", "Replicates that had something to compute it from."),
        Column.Of("criterion", Facts.Select(fact => (string?)fact.Criterion), "Criterion", "When it counts as the fact; set before any run."),
        Column.Of("verdict", Facts.Select(fact => (string?)Words.Of(fact.Verdict)), "Verdict", "reproduced, not_reproduced or not_testable."),
        Column.Of("remark", Facts.Select(fact => (string?)fact.Remark), "Remark", "Why it is not testable, or what is built in."),
        Column.Of("source", Facts.Select(fact => (string?)fact.Source), "Source", "Where the fact comes from."))
        .WithTitle("Stylised facts in the model");
}
