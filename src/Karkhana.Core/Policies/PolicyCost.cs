using Karkhana.Core.Errors;

namespace Karkhana.Core.Policies;

/// <summary>What a policy costs in the currency of the study, and the days that it takes of firms.</summary>
public sealed record PolicyCost
{
    /// <summary>Gets the cost whoever takes part.</summary>
    /// <value>Zero or greater; 0 unless set.</value>
    public double Fixed { get; init => field = Require.Between(value, 0, double.MaxValue); }

    /// <summary>Gets the cost of each firm that takes part.</summary>
    /// <value>Zero or greater; 0 unless set.</value>
    public double PerFirm { get; init => field = Require.Between(value, 0, double.MaxValue); }

    /// <summary>Gets the cost of each group (or place) in each quarter of delivery.</summary>
    /// <value>Zero or greater; 0 unless set.</value>
    public double PerGroupPeriod { get; init => field = Require.Between(value, 0, double.MaxValue); }

    /// <summary>Gets the cost of each quarter of delivery.</summary>
    /// <value>Zero or greater; 0 unless set.</value>
    public double PerPeriod { get; init => field = Require.Between(value, 0, double.MaxValue); }

    /// <summary>Gets the working days that it takes of each firm.</summary>
    /// <value>Zero or greater; 0 unless set.</value>
    public double FirmTimeDays { get; init => field = Require.Between(value, 0, double.MaxValue); }
}
