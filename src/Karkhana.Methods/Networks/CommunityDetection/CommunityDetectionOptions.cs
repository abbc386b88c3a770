using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Networks;

/// <summary>What can be set on community detection.</summary>
public sealed record CommunityDetectionOptions
{
    /// <summary>Gets the algorithm.</summary>
    /// <value><see cref="CommunityMethod.Louvain"/> unless set.</value>
    [Description("Algorithm; fast-greedy does not draw, so its starts are all alike.")]
    public CommunityMethod Method { get; init; }

    /// <summary>Gets the seed.</summary>
    /// <value>1 unless set.</value>
    [Description("Random seed.")]
    public ulong Seed { get; init; } = 1;

    /// <summary>Gets how many searches are run, each in its own random order; the best is given.</summary>
    /// <value>From 1 to 200; 10 unless set.</value>
    [Description("Searches in random order; the best is given, and how alike they are.")]
    public int Starts { get; init => field = Require.Between(value, 1, 200); } = 10;

    /// <summary>Gets how much the ties expected within communities weigh.</summary>
    /// <value>From 0 to 1000; 1 unless set.</value>
    [Description("Weight of the expected ties; above 1 favours small communities.")]
    public double Resolution { get; init => field = Require.Between(value, 0, 1000); } = 1;

    /// <summary>Gets a value indicating whether tie values are used.</summary>
    /// <value>False unless set: every tie counts 1.</value>
    [Description("Use tie values; false = every tie that is not zero counts 1.")]
    public bool Weighted { get; init; }

    /// <summary>Gets what a value says, when values are used.</summary>
    /// <value><see cref="Networks.ValueMeaning.Strength"/> unless set.</value>
    [Description("What a value says when weighted: strength, or length (strength 1/value).")]
    public ValueMeaning ValueMeaning { get; init; }
}
