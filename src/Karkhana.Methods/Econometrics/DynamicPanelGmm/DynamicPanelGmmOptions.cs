using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Econometrics;

/// <summary>What can be set on difference GMM.</summary>
public sealed record DynamicPanelGmmOptions
{
    /// <summary>Gets the column that is explained.</summary>
    /// <value>Required.</value>
    [Description("Outcome column.")]
    public required string Outcome { get; init; }

    /// <summary>Gets the lags of the outcome among the terms.</summary>
    /// <value>Each from 1 to 100; 1 alone unless set.</value>
    [Description("Lags of the outcome among the terms.")]
    public IReadOnlyList<int> OutcomeLags { get; init => field = Check(value); } = [1];

    /// <summary>Gets the other columns with their lags.</summary>
    /// <value>Required; may be empty.</value>
    [Description("Other columns with their lags: list of {term, lags}.")]
    public required IReadOnlyList<LaggedTerm> Regressors { get; init; }

    /// <summary>Gets the first lag of the outcome that serves as instrument.</summary>
    /// <value>From 2 to 100; 2 unless set.</value>
    [Description("First lag of the outcome level that is an instrument.")]
    public int FirstLag { get; init => field = Require.Between(value, 2, 100); } = 2;

    /// <summary>Gets the last lag of the outcome that serves as instrument.</summary>
    /// <value>From 2 to 100; 99 unless set. A last lag below the first leaves no instrument and is refused.</value>
    [Description("Last lag of the outcome level that is an instrument.")]
    public int LastLag { get; init => field = Require.Between(value, 2, 100); } = 99;

    /// <summary>Gets a value indicating whether all periods of a lag share one instrument.</summary>
    /// <value>False unless set.</value>
    [Description("One instrument per lag instead of one per lag and period.")]
    public bool Collapse { get; init; }

    /// <summary>Gets a value indicating whether each period of the differenced equation has its own constant.</summary>
    /// <value>False unless set.</value>
    [Description("A 0/1 term for each period of the differenced equation.")]
    public bool TimeEffects { get; init; }

    /// <summary>Gets how often the moments are weighted.</summary>
    /// <value><see cref="GmmSteps.One"/> unless set.</value>
    [Description("One-step or two-step estimates.")]
    public GmmSteps Steps { get; init; }

    /// <summary>Gets the confidence level.</summary>
    /// <value>Above 0 and below 1; 0.95 unless set.</value>
    [Description("Confidence level.")]
    public double Level { get; init => field = Require.Between(value, 1e-6, 1 - 1e-6); } = 0.95;

    private static IReadOnlyList<int> Check(IReadOnlyList<int> lags)
    {
        ArgumentNullException.ThrowIfNull(lags);
        foreach (int lag in lags)
        {
            Require.Between(lag, 1, 100, nameof(OutcomeLags));
        }

        Require.That(lags.Distinct().Count() == lags.Count, nameof(OutcomeLags), "must differ from each other");
        return lags;
    }
}
