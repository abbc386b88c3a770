namespace Karkhana.Policy;

/// <summary>Why a government would pull a lever: a failure of the market, as equilibrium economics sees it, or of the system, as
/// evolutionary economics does (Metcalfe 1995). Our assignment of tags.</summary>
public enum PolicyRationale
{
    /// <summary>Market: firms do not know what would pay.</summary>
    MarketInformation,

    /// <summary>Market: others reap part of the gain.</summary>
    MarketExternality,

    /// <summary>Market: nobody can be kept from using it.</summary>
    MarketPublicGood,

    /// <summary>Market: lenders cannot tell good trials from bad.</summary>
    MarketCredit,

    /// <summary>System: firms cannot use what is there.</summary>
    SystemCapability,

    /// <summary>System: those who should learn from each other do not meet or do not trust.</summary>
    SystemInteraction,

    /// <summary>System: rules and organisations are missing or get in the way.</summary>
    SystemInstitution,

    /// <summary>System: facilities are missing.</summary>
    SystemInfrastructure,

    /// <summary>System: all know the same, and nobody asks for more.</summary>
    SystemLockIn,
}
