using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.CollectiveEfficiency;

/// <summary>What can be set on the reconciliation of reports.</summary>
public sealed record TieReconciliationOptions
{
    /// <summary>Gets when a tie is taken to be there.</summary>
    /// <value><see cref="ReconciliationRule.Union"/> unless set.</value>
    [Description("When a tie that one end reports is taken to be there.")]
    public ReconciliationRule Rule { get; init; }

    /// <summary>Gets the value of a tie with two reports.</summary>
    /// <value><see cref="ReportedValue.Max"/> unless set.</value>
    [Description("Value of a tie whose ends report different ones.")]
    public ReportedValue Value { get; init; }

    /// <summary>Gets a value indicating whether ties are kept that only one end could report.</summary>
    /// <value>True unless set: the partner was not asked, so that its silence says nothing.</value>
    [Description("Keep ties whose other end was not asked.")]
    public bool KeepUnchecked { get; init; } = true;

    /// <summary>Gets the support from which a reporter-weighted tie is kept.</summary>
    /// <value>From 0 to 1; 0.5 unless set.</value>
    [Description("Support from which a reporter-weighted tie is kept.")]
    public double Threshold { get; init => field = Require.Between(value, 0, 1); } = 0.5;

    /// <summary>Gets the coverage of the intervals.</summary>
    /// <value>From 0.5 to 0.9999; 0.95 unless set.</value>
    [Description("Coverage of the intervals.")]
    public double Confidence { get; init => field = Require.Between(value, 0.5, 0.9999); } = 0.95;
}
