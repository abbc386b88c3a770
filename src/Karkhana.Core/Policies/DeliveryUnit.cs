namespace Karkhana.Core.Policies;

/// <summary>What a policy is delivered to.</summary>
public enum DeliveryUnit
{
    /// <summary>One firm at a time.</summary>
    Firm,

    /// <summary>A group of firms that lie near each other.</summary>
    Group,

    /// <summary>All eligible firms of a place at once.</summary>
    Place,
}
