using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Psychometrics;

/// <summary>What can be set on the innovation index.</summary>
public sealed record InnovationIndexOptions
{
    /// <summary>Gets the number of years that count.</summary>
    /// <value>From 1 to 100; 3 unless set. Without years all innovations count.</value>
    [Description("Number of years that count, up to last_year; used when years are bound.")]
    public int Window { get; init => field = Require.Between(value, 1, 100); } = 3;

    /// <summary>Gets the last year that counts.</summary>
    /// <value>Null unless set: the latest year in the data.</value>
    [Description("Last year that counts; null takes the latest in the data.")]
    public double? LastYear { get; init; }
}
