using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Agglomeration;

/// <summary>What can be set on the inputs of growth and entry models.</summary>
public sealed record SwannInputsOptions
{
    /// <summary>Gets what counts as local for growth.</summary>
    /// <value><see cref="SwannArea.Place"/> unless set.</value>
    [Description("What counts as local for growth: the place or a radius.")]
    public SwannArea Area { get; init; }

    /// <summary>Gets the radius when a radius counts as local, in kilometres.</summary>
    /// <value>Above 0, at most 20,000; 10 unless set.</value>
    [Description("Radius in km.")]
    public double Kilometres { get; init => field = Require.Between(value, 1e-3, 20_000); } = 10;

    /// <summary>Gets the length of a period of entry, in years.</summary>
    /// <value>From 1 to 100; 5 unless set.</value>
    [Description("Years of a period of entry.")]
    public int PeriodYears { get; init => field = Require.Between(value, 1, 100); } = 5;

    /// <summary>Gets the number of periods, the last of which ends in the present year.</summary>
    /// <value>From 1 to 100; 4 unless set.</value>
    [Description("Periods of entry, the last of which ends in the present year.")]
    public int Periods { get; init => field = Require.Between(value, 1, 100); } = 4;

    /// <summary>Gets the industries whose entry is counted.</summary>
    /// <value>Null, the default, takes those of the sample.</value>
    [Description("Industries whose entry is counted; those of the sample when not given.")]
    public IReadOnlyList<string>? EntryIndustries { get; init; }
}
