using Karkhana.Core.Results;
using Karkhana.Core.Tables;
using Karkhana.Methods.Experiments;

namespace Karkhana.Scenarios;

/// <summary>Which parameters the variance of the gain of a policy comes from.</summary>
public sealed record GainVarianceResult : ITidyResult
{
    /// <summary>Gets the id of the policy.</summary>
    public required string Policy { get; init; }

    /// <summary>Gets the base points of the design.</summary>
    public required int Points { get; init; }

    /// <summary>Gets the runs of the model, each with the policy and with nothing done.</summary>
    public required int Runs { get; init; }

    /// <summary>Gets the indices, with intervals and those of the first half of the base points.</summary>
    public required SobolIndexResult Indices { get; init; }

    /// <summary>Gets the share of the variance that no parameter explains alone.</summary>
    public double Together => 1 - Indices.FirstOrder.Sum();

    /// <summary>Gets a value indicating whether no index moved by more than 0.05 from the first half of the base points to all.</summary>
    public bool IsSettled => Indices.Notes.All(note => note.Code is not ("not-converged" or "constant-output"));

    /// <inheritdoc/>
    public IReadOnlyList<Note> Notes => Indices.Notes;

    /// <inheritdoc/>
    public Provenance Provenance => Indices.Provenance;

    /// <inheritdoc/>
    public Table ToTable()
    {
        Table indices = Indices.ToTable();
        int[] order = [.. Enumerable.Range(0, Indices.Variables.Count).OrderByDescending(i => Indices.Total[i]).ThenBy(i => i)];
        IEnumerable<double> Of(IReadOnlyList<double> values) => order.Select(i => values[i]);
        return Table.Of(
            "gain_variance",
            Column.Of("policy", order.Select(_ => (string?)Policy), "Policy", "Id of the policy."),
            Column.Of("term", order.Select(i => (string?)Indices.Variables[i]), "Parameter", "Parameter of the model."),
            Column.Of("total", Of(Indices.Total), "Total", "share", indices["total"].Description, recommended: true),
            Column.Of("total_conf_low", Of(Indices.TotalConfLow), "Total from", "share", "Lower limit, 95 %."),
            Column.Of("total_conf_high", Of(Indices.TotalConfHigh), "Total to", "share", "Upper limit."),
            Column.Of("first_order", Of(Indices.FirstOrder), "Alone", "share", "Share of the variance that the parameter explains alone; below 0 by sampling error."),
            Column.Of("first_order_conf_low", Of(Indices.FirstOrderConfLow), "Alone from", "share", "Lower limit, 95 %."),
            Column.Of("first_order_conf_high", Of(Indices.FirstOrderConfHigh), "Alone to", "share", "Upper limit."),
            Column.Of("total_half", Of(Indices.TotalHalf), "Total, half", "share", "From the first half of the base points."),
            Column.Of("first_order_half", Of(Indices.FirstOrderHalf), "Alone, half", "share", "From the first half of the base points."),
            Column.Of("n", order.Select(_ => Points), "Base points", "", "Base points of the design."));
    }
}
