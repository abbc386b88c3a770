using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Psychometrics;

/// <summary>What can be set on person fit.</summary>
public sealed record PersonFitOptions : GivenModelOptions
{
    /// <summary>Gets the item model.</summary>
    /// <value>Required.</value>
    [Description("Item model.")]
    public required ItemModel Model { get; init; }

    /// <summary>Gets the p-value of the corrected lz below which a respondent is flagged.</summary>
    /// <value>Above 0 and below 1; 0.05 unless set.</value>
    [Description("A respondent is flagged when the lower tail of lz_corrected is smaller.")]
    public double Significance { get; init => field = Require.Between(value, 1e-12, 1 - 1e-12); } = 0.05;

    internal string Text() => FormattableString.Invariant($"{Text(Model)}, significance = {Significance}");
}
