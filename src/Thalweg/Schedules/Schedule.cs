namespace Thalweg.Schedules;

/// <summary>The learning rate as a function of the step. A number stands for one that stays.</summary>
public abstract record Schedule
{
    /// <summary>The learning rate of a step; the first step is 0.</summary>
    public abstract double At(long step);

    /// <summary>A learning rate that stays.</summary>
    public static implicit operator Schedule(double rate) => new ConstantSchedule(rate);
}
