using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Psychometrics;

/// <summary>The six usual intraclass correlations.</summary>
public sealed record IntraclassCorrelationResult : IMeasureResult
{
    /// <summary>Gets the forms: single raters, then the mean of all.</summary>
    public required IReadOnlyList<IntraclassForm> Forms { get; init; }

    /// <summary>Gets the number of subjects whom every rater rated.</summary>
    public required int Subjects { get; init; }

    /// <summary>Gets the number of raters.</summary>
    public required int Raters { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Vector("type", Forms.Select(form => form.Type))
        .Vector("estimate", Forms.Select(form => form.Estimate))
        .Vector("statistic", Forms.Select(form => form.Statistic))
        .Vector("df1", Forms.Select(form => form.Degrees1))
        .Vector("df2", Forms.Select(form => form.Degrees2))
        .Vector("p_value", Forms.Select(form => form.PValue))
        .Vector("conf_low", Forms.Select(form => form.Low))
        .Vector("conf_high", Forms.Select(form => form.High));

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "intraclass_correlation",
        Column.Of("type", Forms.Select(form => (string?)form.Type), "Form", "Model of the raters; one rater or their mean."),
        Column.Of("estimate", Forms.Select(form => form.Estimate), "ICC", "", "Intraclass correlation.", recommended: true),
        Column.Of("conf_low", Forms.Select(form => form.Low), "Low", "", "Lower limit of the interval."),
        Column.Of("conf_high", Forms.Select(form => form.High), "High", "", "Upper limit of the interval."),
        Column.Of("statistic", Forms.Select(form => form.Statistic), "F", "", "Of no variance between subjects."),
        Column.Of("df1", Forms.Select(form => form.Degrees1), "df 1", "", "Degrees of freedom above."),
        Column.Of("df2", Forms.Select(form => form.Degrees2), "df 2", "", "Degrees of freedom below."),
        Column.Of("p_value", Forms.Select(form => form.PValue), "p", "", "Upper tail."));
}
