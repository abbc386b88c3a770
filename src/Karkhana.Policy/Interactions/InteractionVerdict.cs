namespace Karkhana.Policy;

/// <summary>Whether an effect of policies run together is told from 0 in the model.</summary>
public enum InteractionVerdict
{
    /// <summary>The interval holds 0.</summary>
    CannotTell,

    /// <summary>The interval lies above 0: of policies run together, more than the sum.</summary>
    Above,

    /// <summary>The interval lies below 0: of policies run together, less than the sum.</summary>
    Below,

    /// <summary>It is 0 in every run, up to rounding: in the model the policies do not meet, or one does nothing.</summary>
    ExactlyZero,
}
