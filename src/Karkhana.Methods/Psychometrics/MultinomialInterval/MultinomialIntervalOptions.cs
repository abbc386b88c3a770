using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Psychometrics;

/// <summary>What can be set on intervals of shares.</summary>
public sealed record MultinomialIntervalOptions
{
    /// <summary>Gets the method.</summary>
    /// <value>Goodman unless set.</value>
    [Description("goodman, quesenberry-hurst and sison-glaz hold for all shares at once, wilson for each by itself.")]
    public ShareIntervalMethod Method { get; init; }

    /// <summary>Gets the coverage.</summary>
    /// <value>From 0.5 to 0.9999; 0.95 unless set.</value>
    [Description("Coverage of the intervals.")]
    public double Confidence { get; init => field = Require.Between(value, 0.5, 0.9999); } = 0.95;

    /// <summary>Gets the categories in order.</summary>
    /// <value>Empty unless set: those that occur, in order of appearance. Name those that nobody chose too: they count
    /// in what holds at once.</value>
    [Description("Categories in order, those with count 0 too; empty takes those that occur, in order of appearance.")]
    public IReadOnlyList<string> Categories { get; init; } = [];
}
