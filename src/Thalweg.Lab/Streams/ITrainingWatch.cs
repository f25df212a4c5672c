namespace Thalweg.Lab.Streams;

/// <summary>Trainings as a page's socket sees them.</summary>
interface ITrainingWatch
{
    /// <summary>Does what a page says of a training: watch it, pause it, go on, stop.</summary>
    void Follow(ClientMessage message, Outbox outbox);

    /// <summary>Puts into a page's outbox what it hasn't seen of the trainings that it watches, as far as there is room.</summary>
    void Fill(Outbox outbox);

    /// <summary>Forgets a page.</summary>
    void Leave(Outbox outbox);
}
