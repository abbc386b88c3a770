using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Psychometrics;

/// <summary>What can be set on local dependence.</summary>
public sealed record LocalDependenceOptions : GivenModelOptions
{
    /// <summary>Gets the item model.</summary>
    /// <value>Required.</value>
    [Description("Item model.")]
    public required ItemModel Model { get; init; }

    /// <summary>Gets how far Q3 may lie from the mean of all pairs before a pair is flagged.</summary>
    /// <value>From 0 to 2; 0.2 unless set.</value>
    [Description("A pair is flagged when its Q3 lies farther than this from the mean of all pairs.")]
    public double CriticalValue { get; init => field = Require.Between(value, 0, 2); } = 0.2;

    internal string Text() => FormattableString.Invariant($"{Text(Model)}, critical_value = {CriticalValue}");
}
